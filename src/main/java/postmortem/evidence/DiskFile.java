package postmortem.evidence;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that the walk found.
 *
 * @param argument the position of the argument that it was found under
 * @param path where it is; never shown
 * @param name its path below the argument, with {@code /}
 * @param size in bytes, when it was found
 * @param problem why it cannot be read, or null
 */
record DiskFile(int argument, Path path, String name, long size, @Nullable String problem) {}
