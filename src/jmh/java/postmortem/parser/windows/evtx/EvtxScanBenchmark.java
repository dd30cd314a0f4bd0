package postmortem.parser.windows.evtx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import postmortem.event.Names;
import postmortem.parser.Fate;
import postmortem.parser.PieceInput;
import postmortem.parser.windows.Ignoring;
import postmortem.parser.windows.Utf8Text;

/** How long it takes to read an event log: what detectors ask for, and all that stands in it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class EvtxScanBenchmark {

  /** A file of your own; without one, a log of logons. */
  @Param("")
  public String file = "";

  private byte[] log = {};

  @Setup
  public void read() throws IOException {
    log = file.isEmpty() ? log(SampleEvents.security(), 1600) : Files.readAllBytes(Path.of(file));
  }

  /** A log whose chunk comes again and again. */
  static byte[] log(byte[] file, int chunks) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(Arrays.copyOf(file, 4096));
    byte[] chunk = Arrays.copyOfRange(file, 4096, 4096 + Chunk.SIZE);
    for (int i = 0; i < chunks; i++) {
      out.writeBytes(chunk);
    }
    return out.toByteArray();
  }

  /** What is asked for; returns the number of records. */
  @Benchmark
  public long needed() throws IOException {
    return records(log);
  }

  /** Every field of every record, as XML; returns the bytes of it. */
  @Benchmark
  public long full() throws IOException {
    return bytes(log);
  }

  static long records(byte[] log) throws IOException {
    long records = 0;
    Ignoring sink = new Ignoring(new Names());
    try (EvtxReader reader = reader(log)) {
      while (reader.next(sink) != Fate.END) {
        records++;
      }
    }
    return records;
  }

  static long bytes(byte[] log) throws IOException {
    long bytes = 0;
    Ignoring sink = new Ignoring(new Names());
    try (EvtxReader reader = reader(log)) {
      while (reader.next(sink) != Fate.END) {
        @Nullable Utf8Text xml = reader.xml();
        bytes += xml == null ? 0 : xml.length();
      }
    }
    return bytes;
  }

  private static EvtxReader reader(byte[] log) {
    return new EvtxReader(new PieceInput(new ByteArrayInputStream(log), 0, 1, 1, 1), false);
  }
}
