package postmortem.analysis;

/**
 * A stream, as detectors need to know it.
 *
 * @param id its number
 * @param format of its files
 * @param server the machine, "" where unknown
 * @param site virtual server, role or connector, "" where there is one only
 * @param showsAuth does its format record AUTH attempts?
 */
public record StreamInfo(int id, String format, String server, String site, boolean showsAuth) {

  /** The machine; where it is unknown a name that no other stream has, so that it is one alone. */
  public String machine() {
    return server.isEmpty() ? "#" + id : server;
  }
}
