package postmortem.analysis;

import postmortem.event.Names;
import postmortem.event.Outcome;
import postmortem.event.Permission;
import postmortem.event.Reason;
import postmortem.event.Service;
import postmortem.event.SourceRef;

/**
 * A narrow row of what is sequential or has to be joined, with the place of its record.
 *
 * <p>The total order of facts is time, ledger, offset, kind; facts of one record and one kind stay
 * in the order in which they were told. All ids are those of {@link postmortem.event.Names}, 0 is
 * absent; in a sweep accounts are those of {@link Accounts}.
 *
 * @param time nanoseconds since 1970 UTC
 * @param kind what it is of
 * @param source id of the other side's address
 * @param account id of the account, as the log spells it; in a sweep: the canonical one
 * @param domain id of a recipient's domain, see {@link FactKind}
 * @param otherDomain likewise
 * @param senderDomain id of the envelope sender's domain
 * @param helo id of the name that the client gave
 * @param label id of the mechanism (ATTEMPT) or of the blocklist that is named (REMOTE_REFUSAL)
 * @param count see {@link FactKind}; 1 where it says nothing
 * @param inDomain see {@link FactKind}; at most 32,767
 * @param permission by what right a message was taken
 * @param service what was talked to
 * @param stream id of the stream that the record is of
 * @param ledger the ledger id of the record
 * @param record its number, from 1
 * @param offset of its first byte
 * @param length in bytes; 1 MiB where it is longer
 */
public record Fact(
    long time,
    FactKind kind,
    int source,
    int account,
    int domain,
    int otherDomain,
    int senderDomain,
    int helo,
    int label,
    int count,
    int inDomain,
    Outcome outcome,
    Reason reason,
    Permission permission,
    Service service,
    int stream,
    int ledger,
    long record,
    long offset,
    int length) {

  public SourceRef place() {
    return new SourceRef(ledger, record, offset, length);
  }

  /** The same at another time. */
  public Fact at(long other) {
    return with(other, kind, source, account, helo, inDomain, reason, permission);
  }

  /**
   * The same attempt with what another log knows of it.
   *
   * @param who id of the other side's address
   * @param name id of the name that it gave
   * @param known how it is known
   */
  public Fact as(FactKind what, int who, int name, Attribution known) {
    return with(time, what, who, account, name, known.ordinal(), reason, permission);
  }

  /** The same with an account, a reason and a permission that another log tells. */
  public Fact told(int who, Reason why, Permission by) {
    return with(time, kind, source, who, helo, inDomain, why, by);
  }

  private Fact with(
      long when,
      FactKind what,
      int from,
      int who,
      int name,
      int ofDomain,
      Reason why,
      Permission by) {
    return new Fact(
        when,
        what,
        from,
        who,
        domain,
        otherDomain,
        senderDomain,
        name,
        label,
        count,
        ofDomain,
        outcome,
        why,
        by,
        service,
        stream,
        ledger,
        record,
        offset,
        length);
  }

  /** Is it about SMTP? */
  public boolean isAtMail() {
    return service == Service.SMTP || service == Service.SUBMISSION;
  }

  /** Is it an attempt at SMTP whose log knows the account and no address? */
  public boolean isNameless() {
    boolean attempt = kind == FactKind.LOGON || kind == FactKind.ATTEMPT && account > Names.OTHER;
    return attempt && source == Names.ABSENT && isAtMail();
  }

  /** How the address of an attempt or a logon is known; LOGGED for all others. */
  public Attribution attribution() {
    return kind == FactKind.ATTEMPT || kind == FactKind.LOGON
        ? Attribution.of(inDomain)
        : Attribution.LOGGED;
  }
}
