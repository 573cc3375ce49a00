package io.playcaller.router.delivery.mail;

import io.playcaller.router.delivery.mail.ActionLink.Act;
import io.playcaller.router.delivery.person.Completion;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What who follows a link sees: a small page without scripts.
 *
 * @param status of the answer
 */
public record LinkPage(int status, String html) {

    private static final List<Integer> SNOOZE_DAYS = List.of(1, 3, 7);

    /** Asks before anything is done: programs that look at mails follow links, too. */
    public static LinkPage asking(ActionLink link, String title, String ask, String person) {
        String form = """
                <form method="post">%s<p><button type="submit">%s</button></p></form>
                <p class="small">This is done in the name of %s.</p>""".formatted(choice(link.act()), Html.escape(link.act().words()), Html.escape(person));
        return page(200, title, "<p>" + Html.escape(ask) + "</p>" + form);
    }

    /** Says in words what became of it. */
    public static LinkPage saying(int status, String title, String words) {
        return page(status, title, "<p>" + Html.escape(words) + "</p>");
    }

    private static String choice(Act act) {
        return switch (act) {
            case ACKNOWLEDGE -> "";
            case COMPLETE ->
                select(
                        "How did it go?",
                        Completion.ALL.stream()
                                .map(one -> option(one.value(), one.words()))
                                .collect(Collectors.joining()));
            case SNOOZE ->
                select(
                        "For how long?",
                        SNOOZE_DAYS.stream()
                                .map(days -> option(days.toString(), days == 1 ? "1 day" : days + " days"))
                                .collect(Collectors.joining()));
        };
    }

    private static String select(String question, String options) {
        return "<p><label>" + question + " <select name=\"choice\">" + options + "</select></label></p>";
    }

    private static String option(String value, String words) {
        return "<option value=\"" + Html.escape(value) + "\">" + Html.escape(words) + "</option>";
    }

    private static LinkPage page(int status, String title, String body) {
        String html = """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <meta name="robots" content="noindex"><title>%s</title>
                <style>body{font-family:sans-serif;max-width:32em;margin:3em auto;padding:0 1em}
                button,select{font:inherit;padding:.4em .8em}.small{color:#555;font-size:85%%}</style></head>
                <body><h1>%s</h1>%s</body>
                </html>
                """.formatted(Html.escape(title), Html.escape(title), body);
        return new LinkPage(status, html);
    }
}
