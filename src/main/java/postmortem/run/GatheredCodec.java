package postmortem.run;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import postmortem.analysis.Domains;
import postmortem.analysis.FactStore;
import postmortem.analysis.Rates;
import postmortem.analysis.Spill;
import postmortem.analysis.StreamInfo;
import postmortem.analysis.Traffic;
import postmortem.event.Names;

/** What was gathered as bytes, for the same program: what is read is judged as what was written. */
final class GatheredCodec {

  /** Raised with each change of what is written. */
  private static final int VERSION = 1;

  private static final int BUFFER = 1 << 16;

  private GatheredCodec() {}

  /** Writes all of it; nothing may have been judged yet. The stream stays open. */
  static void write(Gathered gathered, OutputStream to) throws IOException {
    Deflater fast = new Deflater(Deflater.BEST_SPEED);
    try {
      DeflaterOutputStream packed = new DeflaterOutputStream(to, fast, BUFFER);
      DataOutputStream out = new DataOutputStream(new BufferedOutputStream(packed, BUFFER));
      out.writeInt(VERSION);
      writeStreams(gathered.streams(), out);
      out.writeBoolean(gathered.joins());
      writeLocal(gathered.local(), out);
      writeSpans(gathered.spans(), out);
      writeDropped(gathered.dropped(), out);
      gathered.names().write(out);
      gathered.traffic().write(out);
      gathered.domains().write(out);
      gathered.rates().write(out);
      gathered.facts().write(out);
      out.flush();
      packed.finish();
    } finally {
      fast.end();
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException where the bytes are nothing of that
   */
  static Gathered read(InputStream from, Spill spill, int factBytes) throws IOException {
    Inflater inflater = new Inflater();
    try {
      InputStream unpacked = new InflaterInputStream(from, inflater, BUFFER);
      return read(new DataInputStream(new BufferedInputStream(unpacked, BUFFER)), spill, factBytes);
    } finally {
      inflater.end();
    }
  }

  private static Gathered read(DataInputStream in, Spill spill, int factBytes) throws IOException {
    if (in.readInt() != VERSION) {
      throw new IOException("the case was made by another postmortem");
    }
    return new Gathered(
        readStreams(in),
        in.readBoolean(),
        readLocal(in),
        readSpans(in),
        readDropped(in),
        Names.read(in),
        Traffic.read(in),
        Domains.read(in),
        Rates.read(in),
        FactStore.read(in, spill, factBytes));
  }

  private static void writeStreams(List<StreamInfo> streams, DataOutputStream out)
      throws IOException {
    out.writeInt(streams.size());
    for (StreamInfo stream : streams) {
      text(stream.format(), out);
      text(stream.server(), out);
      text(stream.site(), out);
      out.writeBoolean(stream.showsAuth());
    }
  }

  private static List<StreamInfo> readStreams(DataInputStream in) throws IOException {
    List<StreamInfo> streams = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      streams.add(new StreamInfo(streams.size(), text(in), text(in), text(in), in.readBoolean()));
    }
    return streams;
  }

  private static void text(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static void writeLocal(SortedSet<Integer> local, DataOutputStream out)
      throws IOException {
    out.writeInt(local.size());
    for (int stream : local) {
      out.writeInt(stream);
    }
  }

  private static SortedSet<Integer> readLocal(DataInputStream in) throws IOException {
    SortedSet<Integer> local = new TreeSet<>();
    for (int left = in.readInt(); left > 0; left--) {
      local.add(in.readInt());
    }
    return local;
  }

  private static void writeSpans(List<Gathered.Span> spans, DataOutputStream out)
      throws IOException {
    out.writeInt(spans.size());
    for (Gathered.Span span : spans) {
      out.writeInt(span.stream());
      out.writeLong(span.first());
      out.writeLong(span.last());
    }
  }

  private static List<Gathered.Span> readSpans(DataInputStream in) throws IOException {
    List<Gathered.Span> spans = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      spans.add(new Gathered.Span(in.readInt(), in.readLong(), in.readLong()));
    }
    return spans;
  }

  private static void writeDropped(List<PieceResult.Dropped> dropped, DataOutputStream out)
      throws IOException {
    out.writeInt(dropped.size());
    for (PieceResult.Dropped d : dropped) {
      out.writeLong(d.records());
      out.writeLong(d.first());
      out.writeLong(d.last());
    }
  }

  private static List<PieceResult.Dropped> readDropped(DataInputStream in) throws IOException {
    List<PieceResult.Dropped> dropped = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      dropped.add(new PieceResult.Dropped(in.readLong(), in.readLong(), in.readLong()));
    }
    return dropped;
  }
}
