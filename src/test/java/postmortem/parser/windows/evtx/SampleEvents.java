package postmortem.parser.windows.evtx;

import static postmortem.parser.windows.evtx.EvtxWriter.element;
import static postmortem.parser.windows.evtx.EvtxWriter.none;
import static postmortem.parser.windows.evtx.EvtxWriter.number;
import static postmortem.parser.windows.evtx.EvtxWriter.optional;
import static postmortem.parser.windows.evtx.EvtxWriter.place;
import static postmortem.parser.windows.evtx.EvtxWriter.text;
import static postmortem.parser.windows.evtx.EvtxWriter.with;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Events as Windows writes them: one template for all, one for what each kind says. */
final class SampleEvents {

  private static final String AUDITING = "Microsoft-Windows-Security-Auditing";
  private static final long START = 133_540_704_000_000_000L; // 2024-03-05T00:00:00Z

  private final EvtxWriter writer = new EvtxWriter();
  private final String channel;
  private long record = 1000;

  SampleEvents(String channel) {
    this.channel = channel;
  }

  private static EvtxWriter.Element event(String provider) {
    return element(
        "Event",
        element(
            "System",
            with(element("Provider"), "Name", provider),
            with(element("EventID", place(0)), "Qualifiers", optional(6)),
            with(element("TimeCreated"), "SystemTime", place(1)),
            element("EventRecordID", place(2)),
            element("Channel", place(3)),
            element("Computer", place(4))),
        place(5));
  }

  /** Adds an event. */
  SampleEvents add(String provider, int id, Object data) {
    record++;
    long time = START + record * 10_000_000L;
    List<Object> values =
        List.of(
            number(0x06, 2, id),
            number(0x11, 8, time),
            number(0x0a, 8, record),
            text(channel),
            text("MAIL01.fabrikam.example"),
            data,
            provider.equals("MSExchangeTransport") ? number(0x06, 2, 0x8004) : none());
    writer.add(time + 5, new EvtxWriter.Inner(event(provider), values, true));
    return this;
  }

  /** Adds an event of the audit with named values, name and value in turn. */
  SampleEvents audit(int id, String... namesAndValues) {
    EvtxWriter.Element[] data = new EvtxWriter.Element[namesAndValues.length / 2];
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < data.length; i++) {
      data[i] = with(element("Data", place(i)), "Name", namesAndValues[2 * i]);
      values.add(value(namesAndValues[2 * i], namesAndValues[2 * i + 1]));
    }
    return add(
        AUDITING, id, new EvtxWriter.Inner(element("EventData", (Object[]) data), values, true));
  }

  /** As Windows types them. */
  private static EvtxWriter.Value value(String name, String value) {
    return switch (name) {
      case "LogonType" -> number(0x08, 4, Long.parseLong(value));
      case "Status", "SubStatus" -> number(0x14, 4, Long.decode(value));
      case "PreviousTime", "NewTime" -> number(0x11, 8, START + Long.parseLong(value));
      default -> text(value);
    };
  }

  /** Adds an event with insertion strings, as one array or each by itself. */
  SampleEvents strings(String provider, int id, boolean array, String... strings) {
    if (array) {
      EvtxWriter.Value all = text(String.join("\0", strings) + "\0");
      return add(
          provider,
          id,
          new EvtxWriter.Inner(
              element("EventData", element("Data", place(0))),
              List.of(new EvtxWriter.Value(0x81, all.bytes())),
              true));
    }
    Object[] data = Arrays.stream(strings).map(s -> element("Data", s)).toArray();
    return add(provider, id, new EvtxWriter.Inner(element("EventData", data), List.of(), false));
  }

  byte[] file() {
    return writer.file();
  }

  /** A Security log with one event of each meaning, and some that mean nothing. */
  static byte[] security() {
    SampleEvents events = audits();
    events.add("EventSystem", 4625, none());
    events.add(
        "Microsoft-Windows-Eventlog",
        1102,
        new EvtxWriter.Inner(
            element(
                "UserData",
                element(
                    "LogFileCleared",
                    element("SubjectUserName", "admin"),
                    element("SubjectDomainName", "FABRIKAM"))),
            List.of(),
            false));
    return events.file();
  }

  /** Of the audit alone: 17 events. */
  static SampleEvents audits() {
    SampleEvents events = new SampleEvents("Security");
    String own = "C:\\Program Files\\Microsoft\\Exchange Server\\V15\\Bin\\";
    events.audit(
        4625,
        logon(
            "info",
            "",
            "8",
            "Advapi  ",
            "MAIL01",
            "-",
            "0xc000006d",
            "0xc000006a",
            own + "MSExchangeFrontendTransport.exe"));
    events.audit(
        4625,
        logon(
            "nobody",
            "FABRIKAM",
            "3",
            "NtLmSsp ",
            "PC7",
            "198.51.100.7",
            "0xc000006d",
            "0xc0000064",
            "-"));
    events.audit(
        4625,
        logon("m.brandt", "FABRIKAM", "3", "Advapi  ", "MAIL01", "-", "0xc0000234", "0x0", "-"));
    events.audit(
        4625,
        logon(
            "m.brandt",
            "MAIL01",
            "8",
            "Advapi  ",
            "MAIL01",
            "-",
            "0xc000006e",
            "0xc0000071",
            "C:\\Windows\\System32\\OpenSSH\\sshd.exe"));
    events.audit(
        4625,
        logon(
            "PC7$",
            "FABRIKAM",
            "3",
            "NtLmSsp ",
            "PC7",
            "198.51.100.7",
            "0xc000006d",
            "0xc0000064",
            "-"));
    events.audit(
        4624,
        logon(
            "m.brandt",
            "FABRIKAM",
            "10",
            "User32 ",
            "MAIL01",
            "::ffff:198.51.100.7",
            "0",
            "0",
            "-"));
    events.audit(4624, logon("DWM-2", "Window Manager", "2", "Advapi  ", "-", "-", "0", "0", "-"));
    events.audit(
        4648,
        "SubjectUserName",
        "MAIL01$",
        "TargetUserName",
        "admin",
        "TargetDomainName",
        "FABRIKAM",
        "ProcessName",
        "C:\\x.exe",
        "IpAddress",
        "::1");
    events.audit(
        4776,
        "PackageName",
        "NTLM",
        "TargetUserName",
        "admin",
        "Workstation",
        "MAIL01",
        "Status",
        "0xc000006a");
    events.audit(
        4776,
        "PackageName",
        "NTLM",
        "TargetUserName",
        "admin",
        "Workstation",
        "MAIL01",
        "Status",
        "0");
    events.audit(
        4771,
        "TargetUserName",
        "admin",
        "Status",
        "0x18",
        "IpAddress",
        "::ffff:198.51.100.9",
        "IpPort",
        "4711");
    events.audit(4768, "TargetUserName", "admin", "Status", "0", "IpAddress", "198.51.100.9");
    events.audit(
        4740, "TargetUserName", "admin", "TargetDomainName", "MAIL01", "SubjectUserName", "DC01$");
    events.audit(4720, "TargetUserName", "helper", "TargetDomainName", "FABRIKAM");
    events.audit(
        4616,
        "SubjectUserName",
        "admin",
        "SubjectDomainName",
        "FABRIKAM",
        "PreviousTime",
        "0",
        "NewTime",
        "-36000000000");
    events.audit(4719, "SubjectUserName", "admin", "SubjectDomainName", "FABRIKAM");
    events.audit(4672, "SubjectUserName", "admin");
    return events;
  }

  private static String[] logon(
      String account,
      String domain,
      String type,
      String logonProcess,
      String workstation,
      String address,
      String status,
      String subStatus,
      String process) {
    return new String[] {
      "TargetUserName",
      account,
      "TargetDomainName",
      domain,
      "Status",
      status,
      "SubStatus",
      subStatus,
      "LogonType",
      type,
      "LogonProcessName",
      logonProcess,
      "WorkstationName",
      workstation,
      "ProcessName",
      process,
      "IpAddress",
      address,
      "IpPort",
      address.equals("-") ? "-" : "4711",
    };
  }

  /** An Application log of Exchange. */
  static byte[] application() {
    SampleEvents events = new SampleEvents("Application");
    String[] denied = {"LogonDenied", "Client Frontend MAIL01", "Login", "198.51.100.7"};
    events.strings("MSExchangeFrontEndTransport", 1035, true, denied);
    events.strings("MSExchangeTransport", 1035, false, denied);
    events.strings(
        "MSExchangeTransport",
        1035,
        true,
        "IllegalMessage",
        "Default MAIL01",
        "ExchangeAuth",
        "10.0.0.2");
    events.strings(
        "MSExchangeTransport", 1708, true, "[198.51.100.7]", "LOGIN", "FABRIKAM\\m.brandt");
    events.strings("MSExchangeTransport", 1020, true, "FABRIKAM\\m.brandt", "Default MAIL01");
    events.strings("MsiInstaller", 1035, true, "LogonDenied", "x", "Login", "198.51.100.7");
    return events.file();
  }
}
