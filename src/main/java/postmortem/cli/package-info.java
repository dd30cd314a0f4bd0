/** Commands, exit codes and the console; the only package that prints or exits. */
@NullMarked
package postmortem.cli;

import org.jspecify.annotations.NullMarked;
