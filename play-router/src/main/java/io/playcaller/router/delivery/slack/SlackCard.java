package io.playcaller.router.delivery.slack;

import io.playcaller.contracts.work.DueTimes;
import io.playcaller.contracts.work.TaskState;
import io.playcaller.router.delivery.person.Amounts;
import io.playcaller.router.delivery.person.Completion;
import io.playcaller.router.delivery.person.TaskNote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A task as a message of Slack's Block Kit: what it is, how it stands, and what can be done about it. Of a task that ended
 * the buttons are gone.
 *
 * @param text for notifications, and for who cannot see blocks
 * @param blocks as Slack's API takes them
 */
public record SlackCard(String text, List<Map<String, Object>> blocks) {

    private static final String TYPE = "type";
    private static final String TEXT = "text";
    private static final String MRKDWN = "mrkdwn";

    public SlackCard {
        blocks = List.copyOf(blocks);
    }

    public static SlackCard of(TaskNote note) {
        List<Map<String, Object>> blocks = new ArrayList<>();
        blocks.add(section(SlackText.bold(note.title()) + "\n" + SlackText.plain(note.ask())));
        blocks.add(section(about(note)));
        blocks.add(section(standing(note)));
        blocks.add(Map.of(TYPE, "context", "elements", List.of(text(SlackText.plain(note.happened())))));
        if (note.isOpen()) {
            blocks.add(Map.of(TYPE, "actions", "elements", actions(note)));
        }
        return new SlackCard(SlackText.plain(note.title() + ": " + note.happened()), blocks);
    }

    private static String about(TaskNote note) {
        Stream<String> facts = Stream.of(
                        note.severity(),
                        note.account(),
                        note.valueAtRisk() == null ? "" : Amounts.words(note.valueAtRisk()) + " at risk")
                .filter(fact -> !fact.isEmpty())
                .map(SlackText::plain);
        Stream<String> why = Stream.of(
                        Stream.of(note.sentence()), note.evidence().stream(), Stream.of(note.precision()))
                .flatMap(sentences -> sentences)
                .filter(sentence -> !sentence.isEmpty())
                .map(sentence -> "• " + SlackText.plain(sentence));
        return SlackText.cut(facts.collect(Collectors.joining(" · ")) + "\n" + why.collect(Collectors.joining("\n")));
    }

    private static String standing(TaskNote note) {
        if (!note.isOpen()) {
            return note.state() == TaskState.COMPLETED ? "Completed." : "Over: nothing is to be done any more.";
        }
        String who = note.assignee().isEmpty() ? "Nobody has it" : SlackText.plain(note.assignee()) + " has it";
        return who
                + (note.state() == TaskState.ACKNOWLEDGED ? " and accepted it." : ", not accepted yet.")
                + due(note.due());
    }

    private static String due(DueTimes due) {
        return line("Accept", due.accept())
                + line("Be in touch", due.firstTouch())
                + line("Update", due.update())
                + line("Complete", due.complete());
    }

    private static String line(String what, @Nullable Instant by) {
        return by == null ? "" : "\n" + what + " by " + SlackText.time(by);
    }

    private static List<Map<String, Object>> actions(TaskNote note) {
        List<Map<String, Object>> actions = new ArrayList<>();
        if (note.state() == TaskState.OPEN) {
            actions.add(Map.of(
                    TYPE,
                    "button",
                    "action_id",
                    SlackAct.ACKNOWLEDGE,
                    "style",
                    "primary",
                    TEXT,
                    label("Acknowledge"),
                    "value",
                    note.taskId().toString()));
        }
        actions.add(menu(
                SlackAct.COMPLETE,
                "Complete…",
                options(note.taskId(), Completion.ALL, Completion::words, Completion::value)));
        actions.add(menu(
                SlackAct.SNOOZE,
                "Snooze…",
                options(note.taskId(), SlackAct.SNOOZE_DAYS, SlackAct::snoozeWords, String::valueOf)));
        return List.copyOf(actions);
    }

    private static Map<String, Object> menu(String id, String words, List<Map<String, Object>> options) {
        return Map.of(TYPE, "static_select", "action_id", id, "placeholder", label(words), "options", options);
    }

    private static <T> List<Map<String, Object>> options(
            UUID taskId, List<T> choices, Function<T, String> words, Function<T, String> value) {
        return choices.stream()
                .map(choice -> Map.<String, Object>of(
                        TEXT, label(words.apply(choice)), "value", taskId + "|" + value.apply(choice)))
                .toList();
    }

    static Map<String, Object> section(String mrkdwn) {
        return Map.of(TYPE, "section", TEXT, text(mrkdwn));
    }

    private static Map<String, Object> text(String mrkdwn) {
        return Map.of(TYPE, MRKDWN, TEXT, mrkdwn);
    }

    private static Map<String, Object> label(String words) {
        return Map.of(TYPE, "plain_text", TEXT, words);
    }
}
