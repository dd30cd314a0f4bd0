package postmortem.incident;

import static postmortem.analysis.FindingType.*;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import postmortem.analysis.Severity;
import postmortem.analysis.Telling;
import postmortem.event.Service;
import postmortem.event.Times;

/** The kinds of cases, each as the detectors would hand them over. */
final class Scenarios {

  static final String GUESSER = "203.0.113.9";
  static final String SPAMMER = "198.51.100.7";

  private Scenarios() {}

  static Map<String, Trial> all() {
    Map<String, Trial> all = new LinkedHashMap<>();
    all.put("article", article());
    all.put("two campaigns", twoCampaigns());
    all.put("joe-job", joeJob());
    all.put("open relay", openRelay());
    all.put("guest", guest());
    all.put("spray", spray());
    all.put("brute force", bruteForce());
    all.put("suspected", suspected());
    all.put("quiet week", quietWeek());
    all.put("covered tracks", coveredTracks());
    all.put("infected host", infectedHost());
    all.put("reflected", reflected());
    all.put("botnet", botnet());
    return all;
  }

  private static Telling exchange2003() {
    return new Telling()
        .stream("iis-smtp-w3c", "MAIL01", false)
            .covers(Draft.time("06T00:00"), Draft.time("10T00:00"));
  }

  private static Telling exchange() {
    return new Telling().covers(Draft.time("06T00:00"), Draft.time("10T00:00"));
  }

  /** Exchange 2003: guessed through SMTP, then used for spam. */
  static Trial article() {
    Telling telling = exchange2003();
    telling.emptySession(Draft.time("01:12"), GUESSER, "user");
    telling.message(Draft.time("04:31"), SPAMMER, null, "a@x.example", "netpost1.example", 25);
    telling.stream("windows-security-csv", "MAIL01", true);
    for (int i = 0; i < 7; i++) {
      telling.rejected(Draft.time("01:12") + i * Times.MINUTE, GUESSER, "administrator");
    }
    telling.accepted(Draft.time("02:49"), GUESSER, "administrator");
    return new Trial(
        telling,
        new Draft(SUSPECTED, "01:12", "02:48").from(GUESSER).of(0).metric("emptySessions", 800L),
        new Draft(BRUTE_FORCE, "01:12", "02:48")
            .from(GUESSER)
            .as("administrator")
            .on("MAIL01")
            .of(1)
            .metric("attempts", 2400L)
            .metric("failures", 2400L),
        new Draft(COMPROMISE, "02:49", "02:49")
            .from(GUESSER)
            .as("administrator")
            .on("MAIL01")
            .of(1)
            .severity(Severity.CRITICAL),
        new Draft(AUTHENTICATED_SPAM, "04:30", "06:15")
            .from(SPAMMER)
            .as("administrator")
            .on("MAIL01")
            .of(0)
            .severity(Severity.CRITICAL)
            .metric("messages", 260L)
            .metric("recipients", 6500L),
        new Draft(NDR_SPIKE, "04:32", "07:00")
            .on("MAIL01")
            .of(0)
            .metric("dsnSent", 130L)
            .metric("remoteRefusals", 210L)
            .metric("peakPerHour", 96.0),
        new Draft(REPUTATION_BLOCKED, "05:20", "06:30")
            .on("MAIL01")
            .of(0)
            .metric("blocklists", List.of("bl.spamcop.net", "sbl.spamhaus.org"))
            .metric("refused", 44L));
  }

  /** Two attackers guess at the same name at the same time; one gets in. */
  static Trial twoCampaigns() {
    Telling telling = exchange();
    telling.rejected(Draft.time("01:00"), "203.0.113.1", "info");
    telling.rejected(Draft.time("01:00"), "203.0.113.2", "info");
    return new Trial(
        telling,
        new Draft(BRUTE_FORCE, "01:00", "03:00").from("203.0.113.1").as("info").of(0),
        new Draft(BRUTE_FORCE, "01:10", "03:10").from("203.0.113.2").as("info").of(0),
        new Draft(COMPROMISE, "03:11", "03:11")
            .from("203.0.113.2")
            .as("info")
            .of(0)
            .severity(Severity.CRITICAL),
        new Draft(AUTHENTICATED_SPAM, "05:00", "06:00").from(SPAMMER).as("info").of(0));
  }

  static Trial joeJob() {
    return new Trial(
        exchange2003(),
        new Draft(BACKSCATTER, "09:00", "22:00")
            .of(0)
            .severity(Severity.MEDIUM)
            .metric("nullSenderReceived", 2500L));
  }

  /** A prober is refused in the evening; at night others find the relay open. */
  static Trial openRelay() {
    Telling telling = exchange2003();
    telling.message(
        Draft.time("00:31"), "198.51.100.8", null, "a@x.example", "netpost1.example", 9);
    return new Trial(
        telling,
        new Draft(RELAY_PROBE, "07T19:00", "07T19:04")
            .from("203.0.113.50")
            .of(0)
            .severity(Severity.LOW)
            .metric("refused", 25L),
        new Draft(RELAY_PROBE, "00:10", "00:12")
            .from("198.51.100.8")
            .of(0)
            .severity(Severity.MEDIUM),
        new Draft(OPEN_RELAY, "00:10", "01:40")
            .from("198.51.100.8", "198.51.100.9")
            .on("MAIL01")
            .of(0)
            .severity(Severity.CRITICAL)
            .metric("messages", 220L)
            .metric("recipients", 4400L),
        new Draft(NDR_SPIKE, "00:40", "02:30").of(0).metric("dsnSent", 300L),
        new Draft(DIRECTORY_HARVEST, "09T11:00", "09T11:10")
            .from("203.0.113.60")
            .of(0)
            .severity(Severity.MEDIUM)
            .metric("unknownRecipients", 1570L)
            .metric("knownRecipients", 30L));
  }

  static Trial guest() {
    Telling telling = exchange2003();
    telling.message(
        Draft.time("02:21"), "203.0.113.77", null, "a@x.example", "netpost1.example", 20);
    telling.stream("windows-security-csv", "MAIL01", true);
    telling.accepted(Draft.time("02:15"), "203.0.113.77", "test");
    telling.accepted(Draft.time("02:16"), "203.0.113.77", "sales");
    return new Trial(
        telling,
        new Draft(AUTHENTICATED_SPAM, "02:14", "04:00")
            .from("203.0.113.77")
            .as("backup", "guest", "info", "sales", "test", "web")
            .on("MAIL01")
            .of(0)
            .severity(Severity.CRITICAL)
            .metric("messages", 220L)
            .metric("recipients", 4400L));
  }

  /** A spray takes two accounts over; one of them sends spam from elsewhere. */
  static Trial spray() {
    Telling telling = exchange();
    telling.rejected(Draft.time("07T19:00"), "203.0.113.1", "anna.adler");
    telling.accepted(Draft.time("02:30"), "203.0.113.1", "anna.adler");
    telling.message(
        Draft.time("06:01"), SPAMMER, "anna.adler", "a@x.example", "netpost1.example", 40);
    return new Trial(
        telling,
        new Draft(PASSWORD_SPRAY, "07T19:00", "02:40")
            .from("203.0.113.1", "203.0.113.2")
            .as("anna.adler", "ben.bauer", "carla.costa", "dan.duval")
            .of(0)
            .metric("attempts", 540L)
            .metric("failures", 538L),
        new Draft(COMPROMISE, "02:30", "02:31")
            .from("203.0.113.1")
            .as("anna.adler")
            .of(0)
            .severity(Severity.CRITICAL),
        new Draft(COMPROMISE, "02:33", "02:34")
            .from("203.0.113.2")
            .as("ben.bauer")
            .of(0)
            .severity(Severity.CRITICAL),
        new Draft(AUTHENTICATED_SPAM, "06:00", "07:20")
            .from(SPAMMER)
            .as("anna.adler")
            .of(0)
            .severity(Severity.CRITICAL)
            .metric("messages", 120L)
            .metric("recipients", 4800L));
  }

  static Trial bruteForce() {
    Telling telling = exchange();
    telling.rejected(Draft.time("01:00"), GUESSER, "sales");
    return new Trial(
        telling,
        new Draft(BRUTE_FORCE, "01:00", "02:15")
            .from(GUESSER)
            .as("sales")
            .on("MAIL01")
            .of(0)
            .severity(Severity.MEDIUM)
            .metric("attempts", 900L)
            .metric("failures", 900L));
  }

  /** What looks like guessing, and spam of others hours later: nothing ties them. */
  static Trial suspected() {
    Telling telling = exchange2003();
    telling.emptySession(Draft.time("07T22:00"), GUESSER, "user");
    return new Trial(
        telling,
        new Draft(SUSPECTED, "07T22:00", "07T23:00")
            .from(GUESSER)
            .on("MAIL01")
            .of(0)
            .metric("emptySessions", 600L),
        new Draft(AUTHENTICATED_SPAM, "02:00", "03:00")
            .from(SPAMMER)
            .on("MAIL01")
            .of(0)
            .severity(Severity.CRITICAL)
            .metric("messages", 200L)
            .metric("recipients", 6000L));
  }

  static Trial quietWeek() {
    return new Trial(
        exchange(),
        new Draft(BACKGROUND, "06T00:00", "09T23:00").severity(Severity.INFO),
        new Draft(NEWSLETTER, "10:00", "10:20")
            .from("10.1.4.4")
            .as("newsletter")
            .severity(Severity.INFO)
            .metric("recipients", 2500L),
        new Draft(AUTHENTICATED_SPAM, "10:00", "10:20")
            .from("10.1.4.4")
            .as("newsletter")
            .severity(Severity.CRITICAL),
        new Draft(NDR_SPIKE, "10:01", "11:30").metric("nullSenderReceived", 150L),
        new Draft(BRUTE_FORCE, "14:00", "15:00")
            .from("10.1.2.9")
            .as("scanner")
            .severity(Severity.MEDIUM),
        new Draft(STALE_CREDENTIAL, "06T00:00", "09T23:00")
            .from("10.1.2.9")
            .as("scanner")
            .severity(Severity.INFO),
        new Draft(RELAY_PROBE, "16:00", "16:00").from("203.0.113.99").severity(Severity.LOW));
  }

  /** The intruder clears the log; which success it was is gone with it. */
  static Trial coveredTracks() {
    Telling telling = exchange();
    telling.rejected(Draft.time("00:30"), GUESSER, "sales");
    telling.message(Draft.time("06:01"), SPAMMER, "sales", "a@x.example", "netpost1.example", 30);
    return new Trial(
        telling,
        new Draft(BRUTE_FORCE, "00:30", "01:00").from(GUESSER).as("sales").on("MAIL01").of(0),
        new Draft(GAP, "01:00", "03:30")
            .on("MAIL01")
            .of(0)
            .severity(Severity.MEDIUM)
            .metric("expectedRecords", 420.0),
        new Draft(AUTHENTICATED_SPAM, "06:00", "07:15")
            .from(SPAMMER)
            .as("sales")
            .on("MAIL01")
            .of(0)
            .severity(Severity.CRITICAL)
            .metric("messages", 150L)
            .metric("recipients", 4500L),
        new Draft(LOG_CLEARED, "09:05", "09:05").on("MAIL01").metric("log", "Security"));
  }

  static Trial infectedHost() {
    return new Trial(
        exchange2003(),
        new Draft(INSIDE_HOST, "07T22:40", "00:20")
            .from("10.1.3.77")
            .on("MAIL01")
            .of(0)
            .severity(Severity.CRITICAL)
            .metric("messages", 240L)
            .metric("recipients", 4300L),
        new Draft(NDR_SPIKE, "07T22:50", "01:30").of(0).metric("dsnSent", 400L),
        new Draft(REPUTATION_BLOCKED, "07T23:30", "02:00")
            .of(0)
            .metric("blocklists", Map.of("cbl.abuseat.org", 30L)));
  }

  static Trial reflected() {
    return new Trial(
        exchange2003(),
        new Draft(NDR_REFLECTED, "07:00", "09T03:00").on("MAIL01").of(0).metric("dsnSent", 1400L));
  }

  /** Many addresses with a few guesses each; another one is at file shares meanwhile. */
  static Trial botnet() {
    Telling telling = exchange();
    Draft guessing =
        new Draft(DISTRIBUTED_GUESSING, "02:00", "09T04:00")
            .as("info")
            .of(0)
            .metric("attempts", 180L)
            .metric("failures", 180L)
            .endOpen();
    for (int i = 1; i <= 60; i++) {
      String address = "203.0.113." + i;
      guessing.from(address);
      for (int n = 0; n < 3; n++) {
        telling.rejected(Draft.time("02:00") + (i * 3L + n) * Times.MINUTE, address, "info");
      }
    }
    return new Trial(
        telling,
        guessing,
        new Draft(LOCKOUT, "05:00", "22:00")
            .as("info")
            .severity(Severity.MEDIUM)
            .metric("lockouts", 9L),
        new Draft(BRUTE_FORCE, "13:00", "14:00")
            .from("198.51.100.66")
            .as("administrator", "guest", "info")
            .at(Service.SMB)
            .metric("attempts", 420L));
  }
}
