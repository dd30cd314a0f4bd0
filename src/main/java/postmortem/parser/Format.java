package postmortem.parser;

import java.util.List;

/**
 * A log's layout, as reports and {@code formats} name it.
 *
 * @param id stable, kebab-case: {@code iis-smtp-w3c}
 * @param title for people: {@code IIS SMTP service, W3C extended}
 * @param shows what such a log can show, short noun phrases
 * @param cannotShow what it never shows, as full sentences fit for a report's "limits"
 * @param showsAuth does it record AUTH attempts?
 */
public record Format(
    String id, String title, List<String> shows, List<String> cannotShow, boolean showsAuth) {
  public Format {
    shows = List.copyOf(shows);
    cannotShow = List.copyOf(cannotShow);
  }
}
