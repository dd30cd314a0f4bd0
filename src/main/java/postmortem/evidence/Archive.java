package postmortem.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The members of an archive that is read from front to back. */
interface Archive extends Closeable {

  /**
   * Goes to the next member that is no folder.
   *
   * @return null after the last
   * @throws IOException the archive cannot be read on
   */
  @Nullable Member next() throws IOException;

  /**
   * A member.
   *
   * @param size as the archive gives it, -1 where it does not
   * @param problem why its content cannot be had, or null
   * @param in to be read before the next member is asked for
   */
  record Member(String name, long size, @Nullable String problem, InputStream in) {

    static Member unreadable(String name, String problem) {
      return new Member(name, -1, problem, InputStream.nullInputStream());
    }
  }
}
