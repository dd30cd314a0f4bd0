package postmortem.incident;

import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import postmortem.analysis.Context;
import postmortem.analysis.Finding;
import postmortem.analysis.StreamInfo;

/** The families of products that logs are of, so far as advice differs. Told by format ids. */
enum Product {
  /** The SMTP service of IIS, which Exchange 2000 and 2003 use. */
  IIS_SMTP,
  /** Exchange 2007 and later. */
  EXCHANGE,
  POSTFIX,
  /** Another mail server. */
  OTHER_MTA,
  WINDOWS_EVENTS,
  FIREWALL,
  /** Alerts, captures, and what else there is. */
  OTHER;

  static Product of(String format) {
    if (any(format, "evt", "windows", "security", "event", "winevent")) {
      return WINDOWS_EVENTS;
    }
    if (format.startsWith("isa")
        || any(format, "tmg", "firewall", "pix", "asa", "netfilter", "iptables", "cisco")) {
      return FIREWALL;
    }
    if (format.startsWith("iis") || format.contains("2003") || format.contains("2000")) {
      return IIS_SMTP;
    }
    if (format.startsWith("exchange")) {
      return EXCHANGE;
    }
    if (any(format, "postfix")) {
      return POSTFIX;
    }
    return any(
            format, "sendmail", "exim", "dovecot", "mdaemon", "smartermail", "hmail", "mailenable")
        ? OTHER_MTA
        : OTHER;
  }

  private static boolean any(String format, String... parts) {
    for (String part : parts) {
      if (format.contains(part)) {
        return true;
      }
    }
    return false;
  }

  boolean isMail() {
    return this == IIS_SMTP || this == EXCHANGE || this == POSTFIX || this == OTHER_MTA;
  }

  /** Do any of these mail servers keep their logons in the event logs of Windows? */
  static boolean anyOnWindows(Set<Product> products) {
    return products.contains(IIS_SMTP) || products.contains(EXCHANGE);
  }

  /** The products of all streams. */
  static Set<Product> of(Context context) {
    Set<Product> out = EnumSet.noneOf(Product.class);
    context.streams().forEach(s -> out.add(of(s.format())));
    return out;
  }

  /** The mail products of the machines that a finding is about; of all where it names none. */
  static Set<Product> mail(Finding finding, Context context) {
    Set<Product> out = EnumSet.noneOf(Product.class);
    for (StreamInfo stream : context.streams()) {
      Product product = of(stream.format());
      if (product.isMail() && (onIts(finding, stream) || finding.selector().streams().isEmpty())) {
        out.add(product);
      }
    }
    if (out.isEmpty()) {
      of(context).stream().filter(Product::isMail).forEach(out::add);
    }
    return out;
  }

  private static boolean onIts(Finding finding, StreamInfo stream) {
    return finding.selector().streams().contains(stream.id())
        || !stream.server().isEmpty() && finding.servers().contains(stream.server());
  }

  /** The machines with streams of this product, in order; empty names left out. */
  SortedSet<String> servers(Context context) {
    SortedSet<String> out = new TreeSet<>();
    for (StreamInfo stream : context.streams()) {
      if (of(stream.format()) == this && !stream.server().isEmpty()) {
        out.add(stream.server());
      }
    }
    return out;
  }
}
