package postmortem.evidence;

/**
 * An evidence file or archive member that was read before.
 *
 * @param path in the ledger of then
 * @param sha256 of the decoded member, hex
 * @param size of the decoded member, in bytes
 */
public record KnownFile(String path, String sha256, long size) {}
