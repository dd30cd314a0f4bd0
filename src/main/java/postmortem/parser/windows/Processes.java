package postmortem.parser.windows;

import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import postmortem.event.Slice;

/**
 * Which program has which process id, as event 592 tells: a logon of Windows 2003 names the process
 * that asked for it by its id alone (windows-event-logs.md, 2.1).
 */
final class Processes {

  /** Ids are used again, and no machine has so many processes at once. */
  private static final int MOST = 1 << 14;

  private record Started(long time, String program) {}

  private final Long2ObjectOpenHashMap<Started> byId = new Long2ObjectOpenHashMap<>();

  /** A process has begun. */
  void started(long id, long time, Slice program) {
    if (byId.size() >= MOST) {
      byId.clear();
    }
    byId.put(id, new Started(time, program.toString().toLowerCase(Locale.ROOT)));
  }

  /** The program that has an id at a time; null where that is not known. */
  @Nullable String program(long id, long time) {
    Started started = byId.get(id);
    return started == null || started.time() > time ? null : started.program();
  }
}
