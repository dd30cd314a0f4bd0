package postmortem.report;

import postmortem.analysis.Amount;
import postmortem.event.flat.Column;
import postmortem.event.flat.FlatRow;

/** What happened, as one line for people. */
final class EventSentence {

  /** A text of a log is cut here: a line of a list is to be read at a glance. */
  private static final int LONGEST = 200;

  private final FlatRow row;
  private final StringBuilder out = new StringBuilder();

  private EventSentence(FlatRow row) {
    this.row = row;
  }

  static String of(FlatRow row) {
    EventSentence sentence = new EventSentence(row);
    sentence.what();
    return sentence.out.toString();
  }

  private void what() {
    switch (row.kind()) {
      case CONNECTION -> say("connection " + row.text(Column.ACTION)).service().peer().outcome();
      case SESSION -> session();
      case AUTH_ATTEMPT -> attempt();
      case MESSAGE -> message();
      case RECIPIENT -> say("recipient").quote(Column.RECIPIENT).peer().outcome();
      case DELIVERY ->
          say("delivery to")
              .quote(row.has(Column.RECIPIENT) ? Column.RECIPIENT : Column.RECIPIENT_DOMAIN)
              .peer()
              .outcome()
              .named(": ", Column.REPLY);
      case DSN ->
          say("report of delivery about mail to")
              .quote(Column.ORIGINAL_RECIPIENT)
              .named(" from ", Column.ORIGINAL_SENDER);
      case LOGON -> logon();
      case ACCOUNT_CHANGE -> say("account").quote(Column.ACCOUNT).named(" ", Column.ACTION);
      case AUDIT -> say("audit:").named(" ", Column.ACTION).named(" by ", Column.ACCOUNT);
      case ALERT -> say("alert:").quote(Column.SIGNATURE).peer();
    }
    named(" on ", Column.SERVER);
  }

  private void session() {
    say("session").service().peer();
    count(Column.COMMANDS, "command").count(Column.ATTEMPTS, "AUTH attempt");
    count(Column.MESSAGES, "message").named(", ended: ", Column.SESSION_END);
  }

  private void attempt() {
    say("AUTH").named(" ", Column.MECHANISM).named(" as ", Column.ACCOUNT).peer().outcome();
  }

  private void message() {
    say("message");
    String sender = row.text(Column.SENDER);
    if (sender != null) {
      say(sender.isEmpty() ? " from the null sender" : " from").quote(Column.SENDER);
    }
    count(Column.RECIPIENTS_ACCEPTED, "recipient").named(" as ", Column.ACCOUNT).peer().outcome();
  }

  private void logon() {
    say(row.is(Column.ACTION, "password-check") ? "password check" : "logon");
    named(" as ", Column.ACCOUNT).service().peer().outcome();
  }

  private EventSentence say(String words) {
    out.append(words);
    return this;
  }

  private EventSentence service() {
    return named(" by ", Column.SERVICE);
  }

  private EventSentence peer() {
    if (!row.has(Column.PEER_ADDRESS)) {
      return this;
    }
    return say(row.is(Column.DIRECTION, "out") || row.is(Column.KIND, "delivery")
            ? " at "
            : " from ")
        .say(String.valueOf(row.address(Column.PEER_ADDRESS)));
  }

  private EventSentence outcome() {
    if (row.is(Column.OUTCOME, "unknown")) {
      return this;
    }
    return named(": ", Column.OUTCOME).named(", ", Column.REASON).code();
  }

  private EventSentence count(Column column, String noun) {
    return row.has(column) ? say(", ").say(Amount.of(row.number(column), noun)) : this;
  }

  private EventSentence code() {
    return row.has(Column.STATUS) ? say(" (" + row.number(Column.STATUS) + ")") : this;
  }

  private EventSentence quote(Column column) {
    return named(" ", column);
  }

  private EventSentence named(String before, Column column) {
    String text = row.text(column);
    if (text == null || text.isEmpty()) {
      return this;
    }
    return say(before).say(VisibleText.of(VisibleText.cut(text, LONGEST)));
  }
}
