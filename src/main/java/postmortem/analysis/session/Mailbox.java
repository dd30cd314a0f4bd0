package postmortem.analysis.session;

import org.jspecify.annotations.Nullable;
import postmortem.event.Names;
import postmortem.event.Slice;
import postmortem.event.TextSpace;

/** The parts of a mail address. */
final class Mailbox {

  private Mailbox() {}

  /** What stands after the last {@code @}; null where there is none, or nothing after it. */
  static @Nullable Slice domain(Slice mailbox) {
    int at = mailbox.lastIndexOf('@');
    return at < 0 || at + 1 == mailbox.length() ? null : mailbox.part(at + 1, mailbox.length());
  }

  static boolean same(@Nullable Slice a, @Nullable Slice b) {
    return a == null ? b == null : b != null && a.equalsIgnoreCase(b);
  }

  /** The id of a domain, in lower case. */
  static int id(@Nullable Slice domain, Names names) {
    return names.lowerText(TextSpace.DOMAIN, domain);
  }
}
