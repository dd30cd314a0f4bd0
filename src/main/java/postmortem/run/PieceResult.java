package postmortem.run;

import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import postmortem.parser.RejectReason;
import postmortem.parser.StreamKey;

/**
 * What reading one piece came to.
 *
 * @param rejections the first few
 * @param first time of the first record in time; {@link Long#MAX_VALUE} where there is none
 * @param last time of the last; {@link Long#MIN_VALUE} where there is none
 * @param dateOrder how its dates were read, see {@link postmortem.parser.RecordReader}
 * @param sha256 of the file, where the piece is the whole file and was read to its end
 * @param bytes that were read
 * @param unread null where all was read
 * @param dropped the first records of the file, which another file holds too; null where there are
 *     none
 * @param repeated events that another record tells of, by its number; null where there are none
 * @param strangers logs that records are of and that have no stream
 * @param local streams of which it told times of a clock whose zone the log does not say
 * @param echoes events that another log tells of first hand, and that were not counted again
 * @param bug null unless the parser failed by its own fault
 */
record PieceResult(
    long events,
    long parts,
    long ignored,
    long rejected,
    List<Rejected> rejections,
    long first,
    long last,
    SortedSet<String> notes,
    @Nullable String dateOrder,
    @Nullable String sha256,
    long bytes,
    @Nullable Unread unread,
    @Nullable Dropped dropped,
    @Nullable Dropped repeated,
    SortedSet<StreamKey> strangers,
    SortedSet<Integer> local,
    long echoes,
    @Nullable RuntimeException bug) {

  /** A rejected record's place. */
  record Rejected(RejectReason reason, long record, long offset, long length) {}

  /** From where the piece could not be read, and why. */
  record Unread(long offset, String why) {}

  /** Records that were not counted again, and the time that they tell of. */
  record Dropped(long records, long first, long last) {}
}
