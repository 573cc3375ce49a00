package io.playcaller.router.delivery.slack;

import io.playcaller.router.delivery.person.Completion;
import io.playcaller.router.task.TaskAct;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody did to a card: the id of its button or menu, and the value with it.
 *
 * @param at Slack's time of it, in seconds: the same when Slack tells it again
 */
public record SlackAct(UUID taskId, TaskAct act, String at) {

    static final String ACKNOWLEDGE = "acknowledge";
    static final String COMPLETE = "complete";
    static final String SNOOZE = "snooze";

    static final List<Integer> SNOOZE_DAYS = List.of(1, 3, 7);

    /**
     * Empty when it is none of ours.
     *
     * @param value the id of a task, and after a bar what was chosen
     * @param at {@code action_ts}, such as {@code 1548426417.840180}
     */
    public static Optional<SlackAct> of(String actionId, String value, String at) {
        String[] parts = value.split("\\|", 2);
        if (!parts[0].matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") || !at.matches("\\d{1,12}\\.\\d{1,9}")) {
            return Optional.empty();
        }
        return act(actionId, parts.length > 1 ? parts[1] : "", at)
                .map(act -> new SlackAct(UUID.fromString(parts[0]), act, at));
    }

    private static Optional<TaskAct> act(String actionId, String choice, String at) {
        return switch (actionId) {
            case ACKNOWLEDGE -> Optional.of(new TaskAct.Acknowledge(false));
            case COMPLETE -> Completion.ofValue(choice).map(Completion::act);
            case SNOOZE -> snooze(choice, at);
            default -> Optional.empty();
        };
    }

    /** Counted from Slack's time, so that what is told again is the same act. */
    private static Optional<TaskAct> snooze(String days, String at) {
        Instant pressed = Instant.ofEpochSecond(Long.parseLong(at.substring(0, at.indexOf('.'))));
        return SNOOZE_DAYS.stream()
                .filter(one -> days.equals(one.toString()))
                .findFirst()
                .map(one -> new TaskAct.Snooze(pressed.plus(Duration.ofDays(one)), "Snoozed in Slack."));
    }

    /** Names it among all that its person does to the task. */
    public String key() {
        return "slack:" + at;
    }

    static String snoozeWords(int days) {
        return days == 1 ? "1 day" : days + " days";
    }
}
