package io.playcaller.router.delivery.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.reason.Severity;
import io.playcaller.router.delivery.person.Digest.Item;
import io.playcaller.router.delivery.person.Digest.Morning;
import io.playcaller.router.delivery.person.Digest.Section;
import io.playcaller.router.delivery.person.Digest.Told;
import io.playcaller.router.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DigestTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 3);

    @Test
    void eachTaskStandsWhereItBelongsMostAndOnce() {
        Task late = TaskSteps.created(Severity.CRITICAL, TaskSteps.ANA).after();
        Task fresh = TaskSteps.created(Severity.LOW, TaskSteps.ANA).after();
        Task taken = TaskSteps.acknowledged(
                        TaskSteps.created(Severity.LOW, TaskSteps.ANA).after(), "ana", null)
                .after();

        Digest digest = Digest.of(
                morning(late.firstDue().orElseThrow().dueAt().plusSeconds(3_600), null),
                List.of(fresh, taken, late),
                List.of());

        assertThat(digest.sections()).extracting(Section::title).containsExactly("Late", "New", "In your hands");
        assertThat(digest.sections().get(0).items()).extracting(Item::taskId).containsExactly(late.taskId());
        assertThat(digest.sections().get(0).items().get(0).time()).startsWith("1 h late to ");
        assertThat(digest.tasks()).isEqualTo(3);
    }

    @Test
    void whatStoodInTheDigestBeforeIsNotNew() {
        Task task = TaskSteps.created(Severity.LOW, TaskSteps.ANA).after();

        Digest digest = Digest.of(
                morning(TaskSteps.NOW.plusSeconds(60), TaskSteps.NOW.plusSeconds(1)), List.of(task), List.of());

        assertThat(digest.sections()).extracting(Section::title).containsExactly("Waits for you to accept it");
    }

    @Test
    void timeLeftIsWorkingTime() {
        Task task = TaskSteps.created(Severity.LOW, TaskSteps.ANA).after();
        Instant due = task.firstDue().orElseThrow().dueAt();

        Digest digest = Digest.of(morning(due.minus(Duration.ofMinutes(150)), null), List.of(task), List.of());

        assertThat(digest.sections().get(0).items().get(0).time()).isEqualTo("2 h 30 min left to accept");
    }

    @Test
    void ofVeryManyTasksTheMostValuableAreShownAndTheOthersCounted() {
        Task task = TaskSteps.created().after();

        Digest digest = Digest.of(morning(TaskSteps.NOW, null), Collections.nCopies(35, task), List.of());

        assertThat(digest.more()).isEqualTo(5);
        assertThat(digest.tasks()).isEqualTo(35);
    }

    @Test
    void withoutTasksItIsReadForWhatWasNotTold() {
        Told told = new Told(TaskSteps.created().after().taskId(), "Stop the drop", "Recovered.");

        assertThat(Digest.of(morning(TaskSteps.NOW, null), List.of(), List.of(told))
                        .isEmpty())
                .isFalse();
        assertThat(Digest.of(morning(TaskSteps.NOW, null), List.of(), List.of()).isEmpty())
                .isTrue();
    }

    private static Morning morning(Instant now, @Nullable Instant before) {
        return new Morning(DAY, now, before, TaskSteps.always());
    }
}
