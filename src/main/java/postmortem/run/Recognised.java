package postmortem.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import postmortem.parser.Confidence;
import postmortem.parser.LogParser;
import postmortem.parser.Sample;
import postmortem.parser.StreamKey;

/**
 * What a file is, as its sample shows.
 *
 * @param parser null where it is no known log
 * @param confidence NONE where it is no known log
 * @param key the stream; null where it is no known log
 * @param firstTime time of the first record in the head that has one; {@link Long#MAX_VALUE} where
 *     none has
 * @param sample with nothing but its path and size, unless the file is read in pieces
 * @param notes full sentences for the ledger
 */
record Recognised(
    @Nullable LogParser parser,
    Confidence confidence,
    @Nullable StreamKey key,
    long firstTime,
    Sample sample,
    List<String> notes) {

  Recognised {
    notes = List.copyOf(notes);
  }
}
