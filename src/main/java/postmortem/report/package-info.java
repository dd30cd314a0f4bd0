/**
 * The report: one writer per output format, each from the same {@link
 * postmortem.incident.CaseReport}.
 *
 * <p>Start with {@link postmortem.report.ReportWriter}. All text that stems from evidence is
 * written by attackers: it reaches a page, a terminal or a document only through the one class that
 * escapes for it ({@link postmortem.report.TerminalText}, {@code MarkdownText}). The shape of
 * {@code report.json} is published as the resource {@code report.schema.json} in this package,
 * which is also the one place that lists the keys of {@code metrics}.
 */
@NullMarked
package postmortem.report;

import org.jspecify.annotations.NullMarked;
