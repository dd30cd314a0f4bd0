package postmortem.run;

/**
 * The first records of a file stand in another file of its stream too, and are not counted again.
 *
 * @param file ledger id of the file whose first records are dropped
 * @param other ledger id of the file that holds them
 * @param end offset in the file of the first record after them
 */
record Overlap(int file, int other, long end) {}
