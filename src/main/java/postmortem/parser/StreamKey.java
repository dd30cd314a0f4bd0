package postmortem.parser;

/**
 * Which log of which machine.
 *
 * @param server the machine's name as the log or its path gives it, upper case; "" where neither
 *     does
 * @param site virtual server, role or connector that the log is of; "" where there is one only
 */
public record StreamKey(String server, String site) implements Comparable<StreamKey> {

  @Override
  public int compareTo(StreamKey o) {
    int c = server.compareTo(o.server);
    return c != 0 ? c : site.compareTo(o.site);
  }
}
