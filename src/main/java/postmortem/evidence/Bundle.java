package postmortem.evidence;

import java.util.List;

/**
 * What one task reads in one go: a file, or members of one archive in the order of the archive.
 *
 * @param files at least one
 * @param cost about how many bytes have to be read from disk
 */
public record Bundle(List<EvidenceFile> files, long cost) {
  public Bundle {
    files = List.copyOf(files);
  }
}
