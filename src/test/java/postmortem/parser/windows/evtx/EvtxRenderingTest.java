package postmortem.parser.windows.evtx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import postmortem.event.Names;
import postmortem.parser.Fate;
import postmortem.parser.PieceInput;
import postmortem.parser.windows.Ignoring;
import postmortem.testing.Corpus;
import postmortem.testing.Tools;

/**
 * Every field of every record is shown as another reader, libevtx, shows it. The differences:
 *
 * <ul>
 *   <li>It writes all digits of a hexadecimal number, Windows and we only those that count.
 *   <li>It writes a number of the type "size" in decimal, Windows and we in hexadecimal.
 *   <li>It writes line ends into its XML as they are, where a reader of XML makes one of two.
 *   <li>It leaves out a text that is but a line feed.
 * </ul>
 */
final class EvtxRenderingTest {

  private static final Pattern PADDED = Pattern.compile("0x0*(?=[0-9a-f])");
  private static final Pattern CONTROL =
      Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]|&#([0-8]|1[124-9]|2[0-9]|3[01]);");
  private static final Pattern SIZE = Pattern.compile("=0x[0-9a-f]+$");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chainsaw-security_sample.evtx",
        "deepblue-many-events-application.evtx",
        "deepblue-password-spray.evtx",
        "mitre-18456-mssql-failed-login.evtx",
        "mitre-4625-openssh-valid-users.evtx",
        "mitre-exchange-6-transport-agent-failed.evtx",
        "omer-2-vss_7-System.evtx",
        "omer-Application_no_crc32.evtx",
        "omer-Security_with_size_t.evtx",
        "plaso-System.evtx",
        "pyevtx-dns_log_malformed.evtx",
        "sbou-privexchange.evtx"
      })
  void allFieldsAreEqual(String name) throws IOException, XMLStreamException {
    Path tool = Tools.require("evtxexport");
    Path file = Corpus.require("evtx").resolve(name);
    List<List<String>> theirs = fields(exported(tool, file));
    List<List<String>> ours = fields(rendered(Files.readAllBytes(file)));
    assertEquals(theirs.size(), ours.size(), "records");
    for (int i = 0; i < ours.size(); i++) {
      String record = "record " + i;
      assertEquals(theirs.get(i).size(), ours.get(i).size(), record);
      for (int k = 0; k < ours.get(i).size(); k++) {
        assertEquals(alike(theirs.get(i).get(k), ours.get(i).get(k)), ours.get(i).get(k), record);
      }
    }
  }

  /** Their value as ours would be, where the two may differ. */
  private static String alike(String theirs, String ours) {
    Matcher size = SIZE.matcher(ours);
    int value = theirs.indexOf('=') + 1;
    boolean decimal = size.find() && theirs.substring(value).matches("\\d{1,10}");
    return decimal
        ? theirs.substring(0, value)
            + "0x"
            + Long.toHexString(Long.parseLong(theirs.substring(value)))
        : theirs;
  }

  private static String exported(Path tool, Path file) throws IOException {
    Process process =
        new ProcessBuilder(tool.toString(), "-f", "xml", file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return text.substring(text.indexOf('<'));
  }

  private static String rendered(byte[] file) throws IOException {
    StringBuilder all = new StringBuilder();
    PieceInput piece = new PieceInput(new ByteArrayInputStream(file), 0, 1, 0, 0);
    try (EvtxReader reader = new EvtxReader(piece, false)) {
      while (reader.next(new Ignoring(new Names())) != Fate.END) {
        all.append(reader.rendered()).append('\n');
      }
    }
    return all.toString();
  }

  /** Of each event: the path of each attribute and each text, and its value. */
  private static List<List<String>> fields(String events) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    XMLStreamReader in =
        factory.createXMLStreamReader(new StringReader("<all>" + readable(events) + "</all>"));
    List<List<String>> all = new ArrayList<>();
    Deque<String> path = new ArrayDeque<>();
    StringBuilder text = new StringBuilder();
    boolean leaf = false; // between elements stands only what lays them out
    while (in.hasNext()) {
      switch (in.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          leaf = true;
          text.setLength(0);
          path.addLast(in.getLocalName());
          if (path.size() == 2) {
            all.add(new ArrayList<>());
          }
          for (int i = 0; i < in.getAttributeCount(); i++) {
            all.get(all.size() - 1)
                .add(
                    String.join("/", path)
                        + "@"
                        + in.getAttributeLocalName(i)
                        + "="
                        + unpadded(in.getAttributeValue(i)));
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(in.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          if (leaf && path.size() > 1 && !text.isEmpty() && !text.toString().equals("\n")) {
            all.get(all.size() - 1).add(String.join("/", path) + "=" + unpadded(text.toString()));
          }
          leaf = false;
          text.setLength(0);
          path.removeLast();
        }
        default -> {
          // nothing that stands in records
        }
      }
    }
    return all;
  }

  /** Without the controls that XML 1.0 cannot hold. */
  private static String readable(String events) {
    return CONTROL.matcher(events).replaceAll("\ufffd");
  }

  private static String unpadded(String value) {
    return PADDED.matcher(value).replaceAll("0x").replace("\r\n", "\n");
  }
}
