package postmortem.parser.windows;

import java.nio.charset.StandardCharsets;
import postmortem.event.Address;
import postmortem.text.AsciiText;

/**
 * Takes the values from what Exchange says in a sentence, in whatever language: by what is in
 * quotes or brackets, and by words that are not translated.
 */
final class Sentence {

  private static final String[] MECHANISMS = {
    "LOGIN", "PLAIN", "NTLM", "GSSAPI", "EXCHANGEAUTH", "NEGOTIATE", "KERBEROS"
  };
  private static final String[] ERRORS = {"LogonDenied", "IllegalMessage"};

  /** In English, before the address; a connector may be named after another one. */
  private static final String CONNECTION = " connection from ";

  /** Pairs of quotes, the first of each language. */
  private static final byte[][] QUOTES = {
    utf8("\""), utf8("\""), utf8("'"), utf8("'"), utf8("“"), utf8("”"), utf8("„"), utf8("“"),
    utf8("«"), utf8("»"), utf8("「"), utf8("」"), utf8("‘"), utf8("’"), utf8("”"), utf8("”")
  };

  private final EventValues values;
  private final int from;
  private final int to;

  Sentence(EventValues values, int from, int to) {
    this.values = values;
    this.from = from;
    this.to = to;
  }

  private static byte[] utf8(String quote) {
    return quote.getBytes(StandardCharsets.UTF_8);
  }

  /** What event 1035 says: the error, the mechanism, and the address in brackets. */
  void denied() {
    for (String error : ERRORS) {
      int at = AsciiText.find(values.bytes(), from, to, error);
      if (at >= 0) {
        values.put(Field.ERROR, at, at + error.length());
        break;
      }
    }
    mechanism(address());
  }

  /** The last address in brackets, for the name of a connector may have brackets; its place. */
  private int address() {
    byte[] b = values.bytes();
    int found = to;
    for (int open = AsciiText.indexOf(b, from, to, '['); open >= 0; ) {
      int close = AsciiText.indexOf(b, open, to, ']');
      if (close > open && Address.parse(b, open + 1, close) != null) {
        values.put(Field.ADDRESS, open + 1, close);
        found = open;
      }
      open = AsciiText.indexOf(b, open + 1, to, '[');
    }
    return found;
  }

  /** The last mechanism, for a connector may be named after one. */
  private void mechanism(int end) {
    int last = -1;
    for (String word : MECHANISMS) {
      int at = AsciiText.find(values.bytes(), from, end, word);
      while (at >= 0) {
        if (at > last && isWhole(at, at + word.length())) {
          last = at;
          values.put(Field.MECHANISM, at, at + word.length());
        }
        at = AsciiText.find(values.bytes(), at + 1, end, word);
      }
    }
  }

  private boolean isWhole(int start, int end) {
    return (start == from || !isLetter(start - 1)) && (end == to || !isLetter(end));
  }

  private boolean isLetter(int i) {
    int c = values.bytes()[i] | 0x20;
    return c >= 'a' && c <= 'z';
  }

  /** What event 1708 says: client, mechanism, account, in quotes or not. */
  void granted(KnownEvent known) {
    quoted();
    if (values.strings() >= 3) {
      known.takeStrings(values);
      return;
    }
    mechanism(to);
    client();
    account();
  }

  /** What event 1020 says: the account, in quotes or not. */
  void notAllowed(KnownEvent known) {
    quoted();
    if (values.strings() > 0) {
      known.takeStrings(values);
    } else {
      account();
    }
  }

  /** What events 7004 and 7010 say: the other side, the command, the answer, the whole command. */
  void command() {
    quoted();
    values.take(Field.CLIENT, 1);
    values.take(Field.VERB, 2);
    values.take(Field.REPLY, 3);
    values.take(Field.COMMAND, 4);
  }

  /** What events 4000 and 4006 say: the host, if one is named, and the domain. */
  void delayed() {
    quoted();
    values.take(Field.DOMAIN, Math.min(2, values.strings()));
    if (values.strings() > 1) {
      values.take(Field.CLIENT, 1);
    }
  }

  /** What an event about a report says: a status, a recipient and the id of a message. */
  void report() {
    byte[] b = values.bytes();
    for (int i = from; i < to; i++) {
      if (b[i] <= ' ' && b[i] >= 0) {
        continue;
      }
      int end = wordEnd(i);
      int at = AsciiText.indexOf(b, i, end, '@');
      int open = AsciiText.indexOf(b, i, end, '<');
      if (open >= 0 && AsciiText.indexOf(b, open, end, '>') >= 0) {
        values.put(Field.MESSAGE_ID, open, AsciiText.indexOf(b, open, end, '>') + 1);
      } else if (at > 0 && !values.has(Field.RECIPIENT)) {
        values.put(Field.RECIPIENT, i, end);
      } else if (MailTelling.isStatus(b, i, end) && !values.has(Field.REPLY)) {
        values.put(Field.REPLY, i, end);
      }
      i = Math.max(i, end - 1);
    }
  }

  /**
   * What event 1012 says: the address, which no quotes or brackets mark. Where the words before it
   * are not known, it is the only one; of several none is taken.
   */
  void disconnected() {
    byte[] b = values.bytes();
    int word = AsciiText.find(b, from, to, CONNECTION);
    int start = word < 0 ? from : word + CONNECTION.length();
    int stop = word < 0 ? to : wordEnd(start);
    int addresses = 0;
    for (int i = start; i < stop; i++) {
      int end = addressEnd(i, stop);
      if (end > i && Address.parse(b, i, end) != null) {
        values.put(Field.CLIENT, i, end);
        addresses++;
      }
      i = Math.max(i, end);
    }
    if (addresses > 1) {
      values.noField(Field.CLIENT);
    }
  }

  /** Where the characters end that an address may have, without the points behind it. */
  private int addressEnd(int start, int stop) {
    byte[] b = values.bytes();
    int end = start;
    while (end < stop && isOfAddress(b[end])) {
      end++;
    }
    while (end > start && (b[end - 1] == '.' || b[end - 1] == ':')) {
      end--;
    }
    return end;
  }

  private static boolean isOfAddress(byte c) {
    return Character.digit(c, 16) >= 0 || c == '.' || c == ':';
  }

  private void quoted() {
    int i = from;
    while (i < to) {
      int pair = opening(i);
      if (pair < 0) {
        i++;
        continue;
      }
      int open = i + QUOTES[pair].length;
      int close = open;
      while (close < to && !stands(close, QUOTES[pair + 1])) {
        close++;
      }
      if (close >= to) {
        return;
      }
      values.addString(open, close);
      i = close + QUOTES[pair + 1].length;
    }
  }

  /** The pair whose first quote stands here, and is no apostrophe; -1 where there is none. */
  private int opening(int i) {
    for (int pair = 0; pair < QUOTES.length; pair += 2) {
      if (stands(i, QUOTES[pair])) {
        return i > from && isLetter(i - 1) ? -1 : pair;
      }
    }
    return -1;
  }

  private boolean stands(int at, byte[] quote) {
    for (int i = 0; i < quote.length; i++) {
      if (at + i >= to || values.bytes()[at + i] != quote[i]) {
        return false;
      }
    }
    return true;
  }

  /** The name behind the word for it, which is the same in many languages. */
  private void client() {
    int word = AsciiText.find(values.bytes(), from, to, "client ");
    if (word >= 0) {
      int start = word + "client ".length();
      values.put(Field.CLIENT, start, wordEnd(start));
    }
  }

  /** The word with a backslash; else that with an at sign. */
  private void account() {
    int mark = AsciiText.indexOf(values.bytes(), from, to, '\\');
    if (mark < 0) {
      mark = AsciiText.indexOf(values.bytes(), from, to, '@');
    }
    if (mark < 0) {
      return;
    }
    int start = mark;
    while (start > from && values.bytes()[start - 1] > ' ') {
      start--;
    }
    values.put(Field.ACCOUNT, start, wordEnd(mark));
  }

  private int wordEnd(int start) {
    byte[] b = values.bytes();
    int end = start;
    while (end < to && (b[end] > ' ' || b[end] < 0)) {
      end++;
    }
    while (end > start && (b[end - 1] == '.' || b[end - 1] == ',' || b[end - 1] == ';')) {
      end--;
    }
    return end;
  }
}
