package io.playcaller.router.delivery.mail;

import io.playcaller.contracts.work.TaskState;
import io.playcaller.router.delivery.mail.ActionLink.Act;
import io.playcaller.router.delivery.person.Amounts;
import io.playcaller.router.delivery.person.TaskNote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A step of a task as a letter. All letters of one task have the same subject: mail programs file by it. */
public final class TaskLetter {

    private TaskLetter() {}

    public static Letter of(TaskNote note, Reader reader, Threads threads) {
        Map<Act, String> acts =
                note.isOpen() ? reader.acts(note.taskId(), note.state() == TaskState.ACKNOWLEDGED) : Map.of();
        String subject = note.account().isEmpty() ? note.title() : note.title() + ": " + note.account();
        return new Letter(
                reader.person().email(),
                subject,
                text(note, reader, acts),
                html(note, reader, acts),
                threads.of(note, reader.person().staffId()));
    }

    private static String text(TaskNote note, Reader reader, Map<Act, String> acts) {
        List<String> lines = new ArrayList<>(List.of(note.happened(), "", note.ask(), "", note.sentence()));
        note.evidence().forEach(sentence -> lines.add("- " + sentence));
        lines.add("");
        lines.addAll(facts(note, reader));
        acts.forEach((act, address) -> lines.addAll(List.of("", act.words() + ":", address)));
        lines.add("");
        lines.add(footer(acts));
        return String.join("\n", lines);
    }

    private static String html(TaskNote note, Reader reader, Map<Act, String> acts) {
        return """
                <!doctype html>
                <html lang="en"><body style="font-family:sans-serif;max-width:40em">
                <p><strong>%s</strong></p>
                <p>%s</p>
                <p>%s</p>
                <ul>%s</ul>
                <p>%s</p>
                <p>%s</p>
                <p style="color:#555;font-size:85%%">%s</p>
                </body></html>
                """.formatted(
                        Html.escape(note.happened()),
                        Html.escape(note.ask()),
                        Html.escape(note.sentence()),
                        note.evidence().stream()
                                .map(sentence -> "<li>" + Html.escape(sentence) + "</li>")
                                .collect(Collectors.joining()),
                        facts(note, reader).stream().map(Html::escape).collect(Collectors.joining("<br>")),
                        buttons(acts),
                        Html.escape(footer(acts)));
    }

    static String buttons(Map<Act, String> acts) {
        return acts.entrySet().stream()
                .map(act -> Html.link(act.getValue(), act.getKey().words()))
                .collect(Collectors.joining(" &nbsp; "));
    }

    private static List<String> facts(TaskNote note, Reader reader) {
        List<String> facts = new ArrayList<>();
        facts.add("Severity: " + note.severity());
        if (!note.account().isEmpty()) {
            facts.add("Account: " + note.account());
        }
        if (note.valueAtRisk() != null) {
            facts.add("At risk: " + Amounts.words(note.valueAtRisk()));
        }
        facts.add(note.assignee().isEmpty() ? "Nobody has it" : "Who has it: " + note.assignee());
        facts.add("Why: " + note.why());
        if (!note.precision().isEmpty()) {
            facts.add(note.precision());
        }
        by(facts, "Accept", note.due().accept(), reader);
        by(facts, "Be in touch", note.due().firstTouch(), reader);
        by(facts, "Update", note.due().update(), reader);
        by(facts, "Complete", note.due().complete(), reader);
        return facts;
    }

    private static void by(List<String> facts, String what, @Nullable Instant at, Reader reader) {
        if (at != null) {
            facts.add(what + " by " + reader.time(at));
        }
    }

    static String footer(Map<Act, String> acts) {
        return acts.isEmpty()
                ? "Written by Playcaller."
                : "Written by Playcaller. The links act in your name for " + ActionLink.LASTS.toDays()
                        + " days: do not pass this letter on.";
    }
}
