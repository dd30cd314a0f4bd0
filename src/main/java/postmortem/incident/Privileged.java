package postmortem.incident;

import java.util.Set;

/** Accounts that, by their name, rule more than a mailbox. */
final class Privileged {

  private static final Set<String> NAMES =
      Set.of(
          "administrator",
          "administrateur",
          "administrador",
          "amministratore",
          "администратор",
          "admin",
          "root",
          "system",
          "domainadmin",
          "enterpriseadmin",
          "sysadmin",
          "exchange",
          "exchangeadmin",
          "exchangeservice",
          "exservice",
          "exchsvc",
          "svcexchange",
          "besadmin");

  private Privileged() {}

  /** Does the name say so? No does not mean that the account has no rights. */
  static boolean named(String account) {
    int at = account.indexOf('@');
    String name = at < 0 ? account : account.substring(0, at);
    String plain = name.replace("-", "").replace("_", "").replace(".", "");
    return NAMES.contains(plain)
        || name.startsWith("adm-")
        || name.startsWith("admin-")
        || name.endsWith("-adm")
        || name.endsWith("-admin")
        || name.endsWith(".admin");
  }
}
