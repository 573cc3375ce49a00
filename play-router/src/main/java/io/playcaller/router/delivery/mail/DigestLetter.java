package io.playcaller.router.delivery.mail;

import io.playcaller.router.delivery.mail.ActionLink.Act;
import io.playcaller.router.delivery.person.Digest;
import io.playcaller.router.delivery.person.Digest.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A digest as a letter. */
public final class DigestLetter {

    private static final String TOLD = "Since the last digest";

    private DigestLetter() {}

    public static Letter of(Digest digest, Reader reader, Threads threads) {
        int tasks = digest.tasks();
        return new Letter(
                reader.person().email(),
                "Your day: " + (tasks == 1 ? "1 task" : tasks + " tasks"),
                text(digest, reader),
                html(digest, reader),
                threads.of(digest.day(), reader.person().staffId()));
    }

    private static String text(Digest digest, Reader reader) {
        List<String> lines = new ArrayList<>();
        for (Section section : digest.sections()) {
            lines.addAll(List.of(section.title().toUpperCase(Locale.ROOT), ""));
            section.items().forEach(item -> {
                lines.add(item.words());
                reader.acts(item.taskId(), item.accepted())
                        .forEach((act, address) -> lines.add("  " + act.words() + ": " + address));
            });
            lines.add("");
        }
        if (!digest.told().isEmpty()) {
            lines.addAll(List.of(TOLD.toUpperCase(Locale.ROOT), ""));
            digest.told().forEach(told -> lines.add(told.words()));
            lines.add("");
        }
        lines.addAll(last(digest, reader));
        return String.join("\n", lines);
    }

    private static String html(Digest digest, Reader reader) {
        String sections = digest.sections().stream()
                .map(section -> part(
                        section.title(),
                        section.items().stream()
                                .map(item -> Html.escape(item.words()) + "<br>"
                                        + TaskLetter.buttons(reader.acts(item.taskId(), item.accepted())))))
                .collect(Collectors.joining());
        String told =
                digest.told().isEmpty() ? "" : part(TOLD, digest.told().stream().map(one -> Html.escape(one.words())));
        return """
                <!doctype html>
                <html lang="en"><body style="font-family:sans-serif;max-width:40em">
                %s%s<p style="color:#555;font-size:85%%">%s</p>
                </body></html>
                """.formatted(
                sections, told, last(digest, reader).stream().map(Html::escape).collect(Collectors.joining("<br>")));
    }

    private static String part(String title, Stream<String> items) {
        return "<h3>" + Html.escape(title) + "</h3>\n<ul>"
                + items.map(item -> "<li style=\"margin-bottom:.6em\">" + item + "</li>")
                        .collect(Collectors.joining("\n"))
                + "</ul>\n";
    }

    private static List<String> last(Digest digest, Reader reader) {
        List<String> lines = new ArrayList<>();
        if (digest.more() > 0) {
            lines.add("And " + digest.more() + " more of less value: your inbox has them.");
        }
        boolean acts = reader.links().isPresent() && !digest.sections().isEmpty();
        lines.add(TaskLetter.footer(acts ? Map.of(Act.COMPLETE, "") : Map.of()));
        return lines;
    }
}
