/** Offline forensics for mail servers: what happened, told from a folder of archived logs. */
@NullMarked
package postmortem;

import org.jspecify.annotations.NullMarked;
