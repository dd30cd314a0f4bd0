package blackbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Logs, and what becomes of them on bad disks, in wrong hands and by clumsy copying. */
final class Damage {

  private static final int MIB = 1 << 20;
  private static final String HEAD =
      """
      #Software: Microsoft Internet Information Services 6.0\r
      #Version: 1.0\r
      #Date: 2003-10-%1$s 00:00:00\r
      #Fields: date time c-ip cs-username s-sitename s-computername s-ip s-port cs-method \
      cs-uri-stem cs-uri-query sc-status sc-win32-status sc-bytes cs-bytes time-taken cs-version \
      cs-host cs(User-Agent) cs(Cookie) cs(Referer) \r
      """;
  private static final String ROW =
      "2003-10-%s 08:%02d:%02d 203.0.113.9 mx.example.org SMTPSVC1 MAIL01 192.0.2.10 0 %s - %s 250"
          + " 0 0 0 0 SMTP - - - -\r\n";

  /** Messages of one log. */
  static final int MESSAGES = 60;

  /** Records of one log: four of the head, five for each message. */
  static final int RECORDS = 4 + 5 * MESSAGES;

  private Damage() {}

  /** An IIS log of a day, {@code 14}. */
  static byte[] log(String day) {
    StringBuilder out = new StringBuilder(HEAD.formatted(day));
    for (int i = 0; i < MESSAGES; i++) {
      row(out, day, i, "EHLO", "+mx.example.org");
      row(out, day, i, "MAIL", "+FROM:<a@example.org>");
      row(out, day, i, "RCPT", "+TO:<info@example.com>");
      row(out, day, i, "DATA", "+<" + i + "@example.org>");
      row(out, day, i, "QUIT", "mx.example.org");
    }
    return out.toString().getBytes(US_ASCII);
  }

  private static void row(StringBuilder out, String day, int i, String verb, String argument) {
    out.append(ROW.formatted(day, i, 7, verb, argument));
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  static byte[] zip(String name, byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(bytes);
    }
    return out.toByteArray();
  }

  /** The first part of it, in percent. */
  static byte[] cut(byte[] bytes, int percent) {
    return Arrays.copyOf(bytes, bytes.length * percent / 100);
  }

  static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  /** A log, a line of 100 MB, and the head and rows of another day. */
  static void longLine(Path file) throws IOException {
    byte[] part = new byte[MIB];
    Arrays.fill(part, (byte) 'x');
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(log("20"));
      for (int i = 0; i < 100; i++) {
        out.write(part);
      }
      out.write("\r\n".getBytes(US_ASCII));
      out.write(log("21"));
    }
  }

  /** 40 archives of 300 MiB each, 12 GiB in all, in a few KiB. */
  static byte[] nestedBomb() throws IOException {
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(inner)) {
      zip.setLevel(9);
      zip.putNextEntry(new ZipEntry("zeros.log"));
      byte[] zeros = new byte[MIB];
      for (int i = 0; i < 300; i++) {
        zip.write(zeros);
      }
    }
    ByteArrayOutputStream outer = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(outer)) {
      zip.setLevel(9);
      for (int i = 0; i < 40; i++) {
        zip.putNextEntry(new ZipEntry("part%02d.zip".formatted(i)));
        zip.write(inner.toByteArray());
      }
    }
    return outer.toByteArray();
  }
}
