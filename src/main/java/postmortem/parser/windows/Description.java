package postmortem.parser.windows;

/**
 * Takes the values from the text of an event: by the place of its labels, in whatever language
 * (windows-event-logs.md, 3.1), or from what stands in quotes.
 */
public final class Description {

  private final EventValues values;
  private final Labels labels = new Labels();

  public Description(EventValues values) {
    this.values = values;
  }

  /**
   * Reads a text that is a part of the values' own. Its lines may be kept, or stand one after the
   * other with tabs, two blanks, or one between them.
   */
  public void read(KnownEvent known, int start, int end) {
    Sentence sentence = new Sentence(values, start, end);
    switch (known.meaning()) {
      case SMTP_AUTH_DENIED -> sentence.denied();
      case SMTP_AUTH_GRANTED -> sentence.granted(known);
      case SMTP_AUTH_NOT_ALLOWED -> sentence.notAllowed(known);
      case SMTP_COMMAND_REFUSED, SMTP_REFUSED_US -> sentence.command();
      case SMTP_DISCONNECTED -> sentence.disconnected();
      case DELIVERY_DELAYED -> sentence.delayed();
      case NDR_MADE -> sentence.report();
      default -> labels(known, start, end);
    }
  }

  private void labels(KnownEvent known, int start, int end) {
    labels.read(values.bytes(), start, end);
    int head = labels.isHead(0) ? 1 : 0;
    for (int i = head; i < labels.count(); i++) {
      values.addString(labels.start(i), labels.end(i));
    }
    known.takeLabels(values, labels, head);
    clean(Field.TIME_BEFORE);
    clean(Field.TIME_AFTER);
  }

  /** Windows puts invisible marks (U+200E, U+200F) between the parts of a time. */
  private void clean(Field field) {
    if (!values.has(field)) {
      return;
    }
    int from = values.start(field);
    int to = values.end(field);
    Utf8Text text = values.begin();
    byte[] b = values.bytes();
    for (int i = from; i < to; i++) {
      boolean mark = b[i] == (byte) 0xe2 && i + 2 < to && b[i + 1] == (byte) 0x80;
      if (mark && (b[i + 2] & 0xfe) == 0x8e) {
        i += 2;
        continue;
      }
      text.put(b[i]);
    }
    values.finish(field);
  }
}
