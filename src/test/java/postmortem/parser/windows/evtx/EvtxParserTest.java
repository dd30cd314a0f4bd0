package postmortem.parser.windows.evtx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static postmortem.parser.windows.evtx.EvtxWriter.element;
import static postmortem.parser.windows.evtx.EvtxWriter.number;
import static postmortem.parser.windows.evtx.EvtxWriter.optional;
import static postmortem.parser.windows.evtx.EvtxWriter.place;
import static postmortem.parser.windows.evtx.EvtxWriter.text;
import static postmortem.parser.windows.evtx.EvtxWriter.with;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import postmortem.event.Names;
import postmortem.parser.LogParser;
import postmortem.parser.ParserContractTest;
import postmortem.parser.PieceInput;
import postmortem.parser.windows.Ignoring;

final class EvtxParserTest extends ParserContractTest {

  private static final Path SAMPLES = Path.of("testdata", "format", "evtx");

  @Override
  protected LogParser parser() {
    return new EvtxParser();
  }

  /** Before the cases are looked for. */
  @BeforeAll
  static void theSamplesAreWhatTheWriterWrites() throws IOException {
    same(SAMPLES.resolve("security/MAIL01/Security.evtx"), SampleEvents.security());
    same(SAMPLES.resolve("application/Application.evtx"), SampleEvents.application());
  }

  private static void same(Path file, byte[] bytes) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    }
    assertArrayEquals(Files.readAllBytes(file), bytes);
  }

  @Test
  void showsEveryTypeOfValue() throws IOException {
    byte[] sid = {1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 32, 2, 0, 0};
    byte[] guid = {0x33, 0x22, 0x11, 0, 0x55, 0x44, 0x77, 0x66, 8, 9, 10, 11, 12, 13, 14, 15};
    byte[] date = {(byte) 0xe8, 7, 3, 0, 2, 0, 5, 0, 1, 0, 2, 0, 3, 0, 4, 0};
    List<Object> values =
        List.of(
            text("a<b\r\nc"),
            new EvtxWriter.Value(0x02, "ansi".getBytes(StandardCharsets.US_ASCII)),
            number(0x03, 1, -1),
            number(0x04, 1, 255),
            number(0x05, 2, -2),
            number(0x06, 2, 65535),
            number(0x07, 4, -3),
            number(0x08, 4, -1),
            number(0x09, 8, -4),
            number(0x0a, 8, -1),
            number(0x0b, 4, Float.floatToIntBits(1.5f)),
            number(0x0c, 8, Double.doubleToLongBits(-2.5)),
            number(0x0d, 4, 7),
            number(0x0e, 3, 0xabcdef),
            new EvtxWriter.Value(0x0f, guid),
            number(0x10, 4, 0x10),
            number(0x10, 8, 0x11),
            number(0x11, 8, 133_540_704_000_000_001L),
            new EvtxWriter.Value(0x12, date),
            new EvtxWriter.Value(0x13, sid),
            number(0x14, 4, 0xc000006aL),
            number(0x15, 8, 0x3e7),
            new EvtxWriter.Value(0x81, "x\0y\0".getBytes(StandardCharsets.UTF_16LE)),
            new EvtxWriter.Value(0x86, new byte[] {1, 0, 2, 0}),
            EvtxWriter.none(),
            new EvtxWriter.Inner(element("In", place(0)), List.of(text("&")), true));
    Object[] content = new Object[values.size() + 4];
    for (int i = 0; i < values.size(); i++) {
      content[i] = element("V", i == 24 ? optional(i) : place(i));
    }
    content[values.size()] = with(element("A"), "gone", optional(24));
    content[values.size() + 1] = element("C", new EvtxWriter.Cdata("<c>"));
    content[values.size() + 2] = element("E", new EvtxWriter.Entity("amp"), 'é');
    content[values.size() + 3] = element("Empty", place(24));
    EvtxWriter writer = new EvtxWriter();
    writer.add(
        133_540_704_000_000_000L, new EvtxWriter.Inner(element("Event", content), values, true));
    assertEquals(
        "<Event><V>a&lt;b&#13;&#10;c</V><V>ansi</V><V>-1</V><V>255</V><V>-2</V><V>65535</V><V>-3</V>"
            + "<V>4294967295</V><V>-4</V><V>18446744073709551615</V><V>1.5</V><V>-2.5</V>"
            + "<V>true</V><V>EFCDAB</V><V>{00112233-4455-6677-0809-0A0B0C0D0E0F}</V><V>0x10</V>"
            + "<V>0x11</V><V>2024-03-05T00:00:00.000000100Z</V><V>2024-03-05T01:02:03.004Z</V>"
            + "<V>S-1-5-32-544</V><V>0xc000006a</V><V>0x3e7</V><V>x</V><V>y</V><V>1</V><V>2</V>"
            + "<V><In>&amp;</In></V><A></A><C>&lt;c&gt;</C><E>&amp;é</E><Empty></Empty></Event>",
        rendered(writer.file()));
  }

  private static String rendered(byte[] file) throws IOException {
    PieceInput piece = new PieceInput(new ByteArrayInputStream(file), 0, 1, 0, 0);
    try (EvtxReader reader = new EvtxReader(piece, false)) {
      reader.next(new Ignoring(new Names()));
      return reader.rendered();
    }
  }

  @Test
  void aTemplateThatHoldsItselfEnds() throws IOException {
    byte[] file = SampleEvents.security();
    // the value that is a template of its own becomes one of the outer template
    for (int i = 4096 + 512; i < file.length - 8; i++) {
      if (file[i] == 0x0f && file[i + 1] == 1 && file[i + 2] == 1 && file[i + 4] == 0x0c) {
        byte[] looped = file.clone();
        looped[i + 10] = file[4096 + 512 + 24 + 10];
        looped[i + 11] = file[4096 + 512 + 24 + 11];
        rendered(looped);
        postmortem.parser.RecordLaw.check(new EvtxParser(), "x.evtx", looped);
      }
    }
  }
}
