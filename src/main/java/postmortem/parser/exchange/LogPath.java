package postmortem.parser.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * What the folders of a log say, if they were kept: {@code
 * TransportRoles\Logs\FrontEnd\ProtocolLog\SmtpReceive} (exchange-logs.md, 2).
 */
final class LogPath {

  /** Folders of an installation, and those that people put logs into: none is a server. */
  private static final Set<String> NO_SERVER =
      Set.of(
          "transportroles",
          "logs",
          "protocollog",
          "smtpreceive",
          "smtpsend",
          "frontend",
          "hub",
          "edge",
          "mailbox",
          "delivery",
          "submission",
          "v14",
          "v15",
          "exchange server",
          "exchange",
          "microsoft",
          "program files",
          "program files (x86)");

  private static final Set<String> ANCHORS =
      Set.of("transportroles", "protocollog", "smtpreceive", "smtpsend");

  private final List<String> folders = new ArrayList<>();
  private final String file;

  LogPath(String path) {
    StringTokenizer parts = new StringTokenizer(path.toLowerCase(Locale.ROOT), "/\\!");
    while (parts.hasMoreTokens()) {
      folders.add(parts.nextToken());
    }
    file = folders.isEmpty() ? "" : folders.remove(folders.size() - 1);
  }

  /** The kind of log by its folder, else by its file name: {@code RECV2023011116-1.LOG}. */
  LogKind kind() {
    if (folders.contains("smtpreceive")) {
      return LogKind.RECEIVE;
    }
    if (folders.contains("smtpsend")) {
      return LogKind.SEND;
    }
    boolean dated = file.length() > 4 && Character.isDigit(file.charAt(4));
    if (dated && file.startsWith("recv")) {
      return LogKind.RECEIVE;
    }
    return dated && file.startsWith("send") ? LogKind.SEND : LogKind.UNSAID;
  }

  /** The role whose log it is, as Exchange spells it; "" where the folders do not say. */
  String role() {
    if (folders.contains("mailbox")) {
      if (folders.contains("delivery")) {
        return "Mailbox Delivery";
      }
      return folders.contains("submission") ? "Mailbox Submission" : "Mailbox";
    }
    if (folders.contains("frontend")) {
      return "FrontEnd";
    }
    if (folders.contains("hub")) {
      return "Hub";
    }
    return folders.contains("edge") ? "Edge" : "";
  }

  /** The server by the folder above those of Exchange, upper case; "" where there is none. */
  String server() {
    int i = 0;
    while (i < folders.size() && !ANCHORS.contains(folders.get(i))) {
      i++;
    }
    if (i == folders.size()) {
      return "";
    }
    for (i--; i >= 0; i--) {
      String folder = folders.get(i);
      if (!NO_SERVER.contains(folder) && !isDrive(folder)) {
        return withoutEnding(folder).toUpperCase(Locale.ROOT);
      }
    }
    return "";
  }

  private static boolean isDrive(String folder) {
    boolean marked = folder.length() == 2 && (folder.charAt(1) == '$' || folder.charAt(1) == ':');
    return folder.length() == 1 || marked;
  }

  /** An archive that is named after its server. */
  private static String withoutEnding(String folder) {
    for (String ending : List.of(".tar.gz", ".tar.bz2", ".tar.xz", ".tgz", ".tar", ".zip", ".7z")) {
      if (folder.length() > ending.length() && folder.endsWith(ending)) {
        return folder.substring(0, folder.length() - ending.length());
      }
    }
    return folder;
  }
}
