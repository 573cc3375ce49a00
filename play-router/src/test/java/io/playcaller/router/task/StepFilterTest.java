package io.playcaller.router.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.DueTimes;
import io.playcaller.contracts.work.TaskChanged;
import io.playcaller.contracts.work.TaskState;
import io.playcaller.contracts.work.TaskTransition;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StepFilterTest {

    private static final StepFilter ANAS = new StepFilter(new TaskFilter.Who("ana", null, null), null, null);

    @Test
    void whoAsksForNothingHearsOfEverything() {
        StepFilter all = new StepFilter(new TaskFilter.Who(null, null, null), null, null);

        assertThat(all.takes(step(TaskTransition.CREATED, "ana"))).isTrue();
        assertThat(all.takes(step(TaskTransition.BREACHED, null))).isTrue();
    }

    @Test
    void whoAsksForTheirOwnHearsOfTheirOwn() {
        assertThat(ANAS.takes(step(TaskTransition.BREACHED, "ana"))).isTrue();
        assertThat(ANAS.takes(step(TaskTransition.BREACHED, "ben"))).isFalse();
        assertThat(ANAS.takes(step(TaskTransition.BREACHED, null))).isFalse();
    }

    @Test
    void whoHadATaskHearsThatAnotherHasIt() {
        assertThat(ANAS.takes(step(TaskTransition.ASSIGNED, "ben"))).isTrue();
    }

    @Test
    void whoAsksForWhatNobodyHasHearsThatSomebodyTookIt() {
        StepFilter nobodys = new StepFilter(new TaskFilter.Who(TaskFilter.NOBODY, null, null), null, null);

        assertThat(nobodys.takes(step(TaskTransition.CREATED, null))).isTrue();
        assertThat(nobodys.takes(step(TaskTransition.CREATED, "ana"))).isFalse();
        assertThat(nobodys.takes(step(TaskTransition.ACKNOWLEDGED, "ana"))).isTrue();
        assertThat(nobodys.takes(step(TaskTransition.COMPLETED, "ana"))).isFalse();
    }

    @Test
    void aTeamHearsOfItsPeopleAndOfNobodys() {
        StepFilter team = new StepFilter(new TaskFilter.Who(null, List.of("ana", "ben"), null), null, null);

        assertThat(team.takes(step(TaskTransition.CREATED, "ben"))).isTrue();
        assertThat(team.takes(step(TaskTransition.CREATED, "eve"))).isFalse();
        assertThat(team.takes(step(TaskTransition.CREATED, null))).isFalse();
    }

    @Test
    void anAccountAndAPlayDoNotChangeHands() {
        TaskFilter.Who anybody = new TaskFilter.Who(null, null, null);

        assertThat(new StepFilter(anybody, "acme", "rescue").takes(step(TaskTransition.ASSIGNED, "ana")))
                .isTrue();
        assertThat(new StepFilter(anybody, "other", null).takes(step(TaskTransition.ASSIGNED, "ana")))
                .isFalse();
        assertThat(new StepFilter(anybody, null, "other").takes(step(TaskTransition.ASSIGNED, "ana")))
                .isFalse();
    }

    private static TaskChanged step(TaskTransition transition, @Nullable String assignee) {
        return new TaskChanged(
                UUID.fromString("00000000-0000-0000-0000-000000000001"),
                transition,
                Instant.parse("2026-03-02T10:00:00Z"),
                TaskState.OPEN,
                "acme",
                null,
                UUID.fromString("00000000-0000-0000-0000-000000000002"),
                "rescue",
                UUID.fromString("00000000-0000-0000-0000-000000000003"),
                "Rescue",
                Reason.USAGE_DROP,
                Severity.HIGH,
                "csm",
                assignee,
                "They have the account.",
                new DueTimes(null, null, null, null),
                null,
                0,
                null,
                null);
    }
}
