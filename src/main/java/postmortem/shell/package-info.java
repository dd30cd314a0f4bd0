/**
 * Questions to a case: answers as tables, CSV, JSON lines or Markdown, and the interactive shell.
 * The only package that knows JLine.
 *
 * <p>Start with {@link postmortem.shell.Shell}; {@link postmortem.shell.AnswerFormat} prints for
 * {@code query} too. Whatever an answer holds was written by attackers: it reaches the terminal
 * through {@link postmortem.report.TerminalText} or {@link postmortem.report.VisibleText} only.
 */
@NullMarked
package postmortem.shell;

import org.jspecify.annotations.NullMarked;
