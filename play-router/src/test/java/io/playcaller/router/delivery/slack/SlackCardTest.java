package io.playcaller.router.delivery.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.router.delivery.person.TaskNote;
import io.playcaller.router.delivery.person.TaskSteps;
import io.playcaller.router.task.Closing;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskAct;
import io.playcaller.router.task.TaskDecision.Changed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlackCardTest {

    private final Task task = TaskSteps.created().after();

    @Test
    void aNewTaskCanBeAcknowledgedCompletedAndSnoozed() {
        JsonNode card = card(TaskSteps.created());

        assertThat(card.findValuesAsText("action_id")).containsExactly("acknowledge", "complete", "snooze");
        assertThat(card.toString()).contains("Ana Lima has it, not accepted yet.", "EUR 50,000 at risk", "<!date^");
    }

    @Test
    void whatSomebodyAcceptedIsNotAskedForAgain() {
        JsonNode card = card(TaskSteps.acknowledged(task, "ana", null));

        assertThat(card.findValuesAsText("action_id")).containsExactly("complete", "snooze");
        assertThat(card.toString()).contains("Ana Lima has it and accepted it.");
    }

    @Test
    void ofATaskThatEndedTheButtonsAreGone() {
        JsonNode card = card(TaskSteps.completed(task));

        assertThat(card.findValuesAsText("action_id")).isEmpty();
        assertThat(card.toString()).contains("Completed.");
    }

    @Test
    void wordsAreNoMarkup() {
        assertThat(SlackText.plain("<!channel> A&B <https://evil.example|here>"))
                .isEqualTo("&lt;!channel&gt; A&amp;B &lt;https://evil.example|here&gt;");
    }

    @Test
    void howOftenItsReasonWasRightStandsBelowIt() {
        Changed step = TaskSteps.created(Severity.HIGH, TaskSteps.ANA);

        assertThat(json(SlackCard.of(TaskNote.of(step, TaskSteps.judged()))).toString())
                .contains("This reason was right 3 of 4 times in 180 days.");
    }

    @Test
    void noTextIsLongerThanSlackTakes() {
        Changed step = TaskSteps.created(Severity.HIGH, TaskSteps.NOBODY);
        TaskNote note = TaskNote.of(step, TaskSteps.background());
        List<String> many = new ArrayList<>(Collections.nCopies(50, "&".repeat(200)));
        TaskNote endless = new TaskNote(
                note.taskId(),
                1,
                true,
                note.state(),
                note.title(),
                note.ask(),
                note.account(),
                note.severity(),
                note.happened(),
                note.sentence(),
                note.precision(),
                many,
                note.valueAtRisk(),
                "",
                note.why(),
                note.due());

        json(SlackCard.of(endless))
                .findValuesAsText("text")
                .forEach(text -> assertThat(text).hasSizeLessThanOrEqualTo(3_000));
    }

    @Test
    void eachChoiceOfACardIsAnAct() {
        for (JsonNode element : card(TaskSteps.created()).at("/blocks/4/elements")) {
            List<String> values = element.has("value")
                    ? List.of(element.get("value").asText())
                    : element.get("options").findValuesAsText("value");
            for (String value : values) {
                assertThat(SlackAct.of(element.get("action_id").asText(), value, "1548426417.840180"))
                        .as(value)
                        .isPresent();
            }
        }
    }

    @Test
    void anActIsTheSameWhenSlackTellsItAgain() {
        String value = task.taskId() + "|3";

        SlackAct act = SlackAct.of("snooze", value, "1548426417.840180").orElseThrow();

        assertThat(act)
                .isEqualTo(SlackAct.of("snooze", value, "1548426417.840180").orElseThrow());
        assertThat(act.key()).isEqualTo("slack:1548426417.840180");
        assertThat(((TaskAct.Snooze) act.act()).until()).isEqualTo(Instant.parse("2019-01-28T14:26:57Z"));
    }

    @Test
    void completingSaysHowItWent() {
        SlackAct act = SlackAct.of("complete", task.taskId() + "|failed:false-alarm", "1548426417.840180")
                .orElseThrow();

        assertThat(act.act()).isEqualTo(new TaskAct.Complete(PlayOutcome.FAILED, Closing.FALSE_ALARM, null, null));
    }

    @Test
    void whatIsNoneOfOursIsNoAct() {
        assertThat(SlackAct.of("delete", task.taskId().toString(), "1548426417.840180"))
                .isEmpty();
        assertThat(SlackAct.of("acknowledge", "'; drop table", "1548426417.840180"))
                .isEmpty();
        assertThat(SlackAct.of("complete", task.taskId() + "|won:helped", "1548426417.840180"))
                .isEmpty();
        assertThat(SlackAct.of("acknowledge", task.taskId().toString(), "now")).isEmpty();
    }

    private static JsonNode card(Changed step) {
        return json(SlackCard.of(TaskNote.of(step, TaskSteps.background())));
    }

    private static JsonNode json(SlackCard card) {
        return WireJson.mapper().valueToTree(card);
    }
}
