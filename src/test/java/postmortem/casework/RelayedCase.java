package postmortem.casework;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import postmortem.Golden;

/**
 * The case {@code testdata/case/relayed-2010}, invented from beginning to end: an ordinary week of
 * a small company, in which somebody guesses a password and sends spam.
 *
 * <p>Nothing in it depends on clock, machine or chance: all dice are thrown from one seed.
 */
final class RelayedCase {

  static final Path FOLDER = Path.of("testdata", "case", "relayed-2010");
  static final Path EVIDENCE = FOLDER.resolve("evidence");

  private static final Instant MONDAY = Instant.parse("2010-11-15T00:00:00Z");
  private static final int[] SHARES = {100, 100, 100, 90, 100, 20}; // Saturday is quiet
  private static final String EXCHANGE = "EX01/TransportRoles/Logs/ProtocolLog/";
  private static final String README =
      """
      Archive of the mail servers, made on Saturday afternoon after the complaints.

      EX01     Exchange 2010, protocol logs of the receive connectors and of the connector "Internet",
               packed day by day; what is not packed was copied from the disk.
      GATE01   old gateway, still our second MX. IIS 6.

      Nobody has looked for the event logs yet. The firewall keeps one day.
      """;

  private final Site site = new Site(new Random(20_101_118));
  private final Office office = new Office(site);
  private final Intruder intruder = new Intruder(site, office);

  RelayedCase() {
    for (int day = 0; day < SHARES.length; day++) {
      office.day(MONDAY.plus(day, ChronoUnit.DAYS), SHARES[day]);
    }
    intruder.guess();
    intruder.spam();
    intruder.fallout();
  }

  /**
   * With {@code -Dgolden.update=true} writes the evidence anew, before anything is read from it.
   */
  static void updateIfAsked() throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Golden.delete(EVIDENCE);
      Packing.write(EVIDENCE, new RelayedCase().files());
    }
  }

  Intruder intruder() {
    return intruder;
  }

  /** The content of each file by its path; an archive is a folder here. */
  SortedMap<String, byte[]> files() {
    TreeMap<String, byte[]> files = new TreeMap<>();
    files.put("readme.txt", README.getBytes(UTF_8));
    put(files, EXCHANGE + "SmtpReceive/", "RECV20101118", site.receive.files());
    put(files, EXCHANGE + "SmtpSend/", "SEND20101118", site.send.files());
    put(files, "GATE01/SMTPSVC1/", "ex101120", site.gateway.files());
    return files;
  }

  /** Days before the given file are in archives: Exchange's one by one, those of IIS together. */
  private static void put(
      Map<String, byte[]> files, String folder, String firstLoose, Map<String, String> texts) {
    texts.forEach(
        (name, text) -> {
          boolean loose = name.compareTo(firstLoose) >= 0 && text.length() < 50_000;
          boolean zip = folder.startsWith("GATE01");
          String path = zip ? folder + "ex1011.zip!" + name : folder + name + ".gz!" + name;
          files.put(loose ? folder + name : path, text.getBytes(UTF_8));
        });
  }
}
