package postmortem.parser.exchange;

import org.jspecify.annotations.Nullable;
import postmortem.event.Names;
import postmortem.event.Slice;
import postmortem.event.TextSpace;

/** Counts the recipients of one message by their domains, as an event tells them. */
final class RecipientDomains {

  private int recipients;
  private @Nullable Slice first;
  private int inFirst;
  private @Nullable Slice other;

  void clear() {
    recipients = 0;
    first = null;
    inFirst = 0;
    other = null;
  }

  void add(@Nullable Slice recipient) {
    Slice domain = recipient == null ? null : of(recipient);
    recipients++;
    if (recipients == 1) {
      first = domain;
    }
    if (domain == null ? first == null : first != null && domain.equalsIgnoreCase(first)) {
      inFirst++;
    } else if (other == null) {
      other = domain;
    }
  }

  /** Each part of a list that is set apart by semicolons (exchange-logs.md, 4). */
  void addAll(@Nullable Slice list) {
    int from = 0;
    while (list != null && from <= list.length()) {
      int end = partEnd(list, from);
      if (end > from) {
        add(list.part(from, end));
      }
      from = end + 1;
    }
  }

  /** Where the part of a list that begins at {@code from} ends. */
  static int partEnd(Slice list, int from) {
    int end = from;
    while (end < list.length() && list.byteAt(end) != ';') {
      end++;
    }
    return end;
  }

  /** What stands behind the last {@code @}; null for an X.400 address. */
  private static @Nullable Slice of(Slice recipient) {
    int at = recipient.lastIndexOf('@');
    return at < 0 || at + 1 == recipient.length()
        ? null
        : recipient.part(at + 1, recipient.length());
  }

  /** The id of a recipient's domain; 0 where it has none. */
  static int id(@Nullable Slice recipient, Names names) {
    return recipient == null ? 0 : names.lowerText(TextSpace.DOMAIN, of(recipient));
  }

  int recipients() {
    return recipients;
  }

  int first(Names names) {
    return names.lowerText(TextSpace.DOMAIN, first);
  }

  int inFirst() {
    return inFirst;
  }

  int other(Names names) {
    return names.lowerText(TextSpace.DOMAIN, other);
  }
}
