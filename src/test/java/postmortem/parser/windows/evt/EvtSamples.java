package postmortem.parser.windows.evt;

/** Logs of invented mail servers, with the insertion strings that each Windows gives. */
final class EvtSamples {

  private static final String PACKAGE = "MICROSOFT_AUTHENTICATION_PACKAGE_V1_0";

  private EvtSamples() {}

  /** Windows 2003 notes the caller and an address; 680 is a failure by its code. */
  static byte[] security2003() {
    EvtWriter log = new EvtWriter(8192).behind(1000);
    log.add(517, EvtWriter.SUCCESS, "SYSTEM", "NT AUTHORITY", "(0x0,0x3E7)", "anna", "FABRIKAM");
    failure2003(log, 529, "info", "-", "-");
    log.add(680, EvtWriter.FAILURE, PACKAGE, "info", "MAIL01", "0xC000006A");
    failure2003(log, 529, "営業", "192.0.2.44", "4711");
    failure2003(log, 535, "karl@fabrikam.example", "-", "-");
    log.add(
        537,
        EvtWriter.FAILURE,
        "info",
        "FABRIKAM",
        "3",
        "Advapi  ",
        PACKAGE,
        "MAIL01",
        "0xC000005E",
        "0x0",
        "MAIL01$",
        "FABRIKAM",
        "(0x0,0x3E7)",
        "1728",
        "-",
        "192.0.2.45",
        "0");
    failure2003(log, 539, "info", "-", "-");
    log.add(644, EvtWriter.SUCCESS, "info", "MAIL01", "%{S-1-5-21-1}", "MAIL01$", "X", "(0x0)");
    accepted2003(log, 540, "3", "192.0.2.46", "1025");
    accepted2003(log, 528, "10", "-", "-");
    log.add(680, EvtWriter.SUCCESS, PACKAGE, "info", "MAIL01", "0x0");
    log.add(
        672,
        EvtWriter.FAILURE,
        "nobody",
        "FABRIKAM",
        "-",
        "krbtgt",
        "-",
        "0x40810010",
        "0x6",
        "-",
        "-",
        "192.0.2.47",
        "",
        "",
        "");
    log.add(538, EvtWriter.SUCCESS, "info", "FABRIKAM", "(0x0,0x1)", "3");
    return log.file();
  }

  private static void failure2003(EvtWriter log, int id, String user, String address, String port) {
    log.add(
        id,
        EvtWriter.FAILURE,
        user,
        "",
        "3",
        "Advapi  ",
        PACKAGE,
        "MAIL01",
        "MAIL01$",
        "FABRIKAM",
        "(0x0,0x3E7)",
        "1728",
        "-",
        address,
        port);
  }

  private static void accepted2003(
      EvtWriter log, int id, String type, String address, String port) {
    log.add(
        id,
        EvtWriter.SUCCESS,
        "info",
        "FABRIKAM",
        "(0x0,0x1)",
        type,
        "Advapi  ",
        PACKAGE,
        "MAIL01",
        "-",
        "MAIL01$",
        "FABRIKAM",
        "(0x0,0x3E7)",
        "1728",
        "-",
        address,
        port);
  }

  /** Windows 2000 has no addresses; 681 has its code in decimal; XP adds a string to 528. */
  static byte[] security2000() {
    EvtWriter log = new EvtWriter(6144).of("Security", "MAIL00");
    log.add(529, EvtWriter.FAILURE, "info", "TAILSPIN", "3", "Advapi  ", PACKAGE, "MAIL00");
    log.add(681, EvtWriter.FAILURE, PACKAGE, "info", "MAIL00", "3221225578");
    log.add(680, EvtWriter.SUCCESS, PACKAGE, "info", "MAIL00");
    log.add(
        528,
        EvtWriter.SUCCESS,
        "info",
        "TAILSPIN",
        "(0x0,0x1)",
        "3",
        "Advapi  ",
        PACKAGE,
        "MAIL00");
    log.add(
        528,
        EvtWriter.SUCCESS,
        "ann",
        "TAILSPIN",
        "(0x0,0x2)",
        "2",
        "User32  ",
        PACKAGE,
        "MAIL00",
        "{0}");
    log.add(
        540,
        EvtWriter.SUCCESS,
        "MAIL00$",
        "TAILSPIN",
        "(0x0,0x3)",
        "3",
        "NtLmSsp ",
        "NTLM",
        "MAIL00");
    log.add(
        537,
        EvtWriter.FAILURE,
        "info",
        "TAILSPIN",
        "3",
        "Advapi  ",
        PACKAGE,
        "MAIL00",
        "0xC0000133",
        "0x0");
    log.add(675, EvtWriter.FAILURE, "info", "%{S-1}", "krbtgt/X", "0x0", "0x18", "192.0.2.50");
    log.add(676, EvtWriter.FAILURE, "root", "TAILSPIN", "krbtgt", "0x4", "0x6", "192.0.2.50");
    log.add(
        672,
        EvtWriter.SUCCESS,
        "info",
        "TAILSPIN",
        "%{S}",
        "krbtgt",
        "%{S}",
        "0x4",
        "0x17",
        "2",
        "192.0.2.50");
    return log.dirty();
  }

  /** An application log, of a machine with a name in another script. */
  static byte[] application2003() {
    EvtWriter log = new EvtWriter(2048).of("MSExchangeTransport", "メール");
    log.add(0x400006ac, 4, "[192.0.2.60]", "LOGIN", "FABRIKAM\\info");
    log.add(0xc0001b62, 1, "1", "a", "b");
    log.of("MSExchangeIS", "メール").add(1708, 4, "not", "of", "transport");
    return log.file();
  }

  /** A ring that has gone round: a record goes on behind the header, old ones follow the end. */
  static byte[] ring() {
    EvtWriter log = new EvtWriter(4200).of("Security", "MAIL00");
    for (int i = 0; i < 27; i++) {
      String user = "user" + "x".repeat(i % 7);
      log.add(529, EvtWriter.FAILURE, user, "TAILSPIN", "3", "Advapi  ", PACKAGE, "MAIL00");
    }
    return log.forget(2).dirty();
  }
}
