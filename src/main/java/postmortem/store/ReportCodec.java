package postmortem.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import postmortem.event.Slice;
import postmortem.incident.CaseReport;

/** A report as bytes: the same report comes out, whose files have the same bytes. */
final class ReportCodec {

  private ReportCodec() {}

  /** Differs between programs that cannot read each other's bytes. */
  static long shape() {
    return Slice.of(RecordCodec.shape(CaseReport.class)).hash64();
  }

  static byte[] write(CaseReport report) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
      RecordCodec.write(report, CaseReport.class, out);
    } catch (IOException e) {
      throw new IllegalStateException("no memory is out of reach", e);
    }
    return bytes.toByteArray();
  }

  /**
   * @throws IOException where the bytes are no report
   */
  static CaseReport read(byte[] bytes) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
      return (CaseReport) Objects.requireNonNull(RecordCodec.read(CaseReport.class, in));
    } catch (ClassCastException | NullPointerException e) {
      throw new IOException("the report in the case is damaged", e);
    }
  }
}
