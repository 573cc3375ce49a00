package io.playcaller.router.task.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.router.TestRules;
import io.playcaller.router.staff.Directory;
import io.playcaller.router.task.StepFilter;
import io.playcaller.router.task.TaskFilter;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TaskQuestionTest {

    private final Directory directory = TestRules.read().directory();
    private final TaskQuestion question = new TaskQuestion();

    @Test
    void withoutParametersAllOpenTasksAreAskedFor() {
        assertThat(filter())
                .isEqualTo(new TaskFilter(
                        true,
                        null,
                        new TaskFilter.Who(null, null, null),
                        new TaskFilter.About(null, null, null, null),
                        new TaskFilter.Due(null, null)));
    }

    @Test
    void meIsWhoeverAsks() {
        question.assignee = "me";
        question.team = "me";

        assertThat(filter().who().assignee()).isEqualTo("lea");
        assertThat(filter().who().team()).containsExactlyInAnyOrder("lea", "ana", "ben", "eve");
    }

    @Test
    void whoIsNotInTheDirectoryHasAnEmptyTeamAndNotEverybody() {
        question.team = "stranger";

        assertThat(filter().who().team()).isEmpty();
    }

    @Test
    void wordsBecomeWhatTheyStandFor() {
        question.state = "all";
        question.reason = "usage.drop";
        question.severity = "critical";
        question.late = "yes";
        question.snoozed = "no";
        question.dueBefore = "2026-03-02T10:00:00+02:00";

        assertThat(filter().open()).isNull();
        assertThat(filter().snoozed()).isFalse();
        assertThat(filter().about().reason()).isEqualTo(Reason.USAGE_DROP);
        assertThat(filter().about().severity()).isEqualTo(Severity.CRITICAL);
        assertThat(filter().due()).isEqualTo(new TaskFilter.Due(true, Instant.parse("2026-03-02T08:00:00Z")));
    }

    @Test
    void everyParameterAtFaultIsSaidAtOnce() {
        question.state = "half";
        question.role = "a\0b";
        question.severity = "grave";
        question.dueBefore = "soon";

        assertThat(catchThrowableOfType(ProblemException.class, this::filter)
                        .problem()
                        .errors())
                .extracting(FieldFault::field)
                .containsExactly("state", "role", "severity", "dueBefore");
    }

    @Test
    void stepsAreChosenByWhoseTheyAreAndByAccountAndPlay() {
        question.assignee = "me";
        question.account = "acme";
        question.play = "rescue";

        assertThat(question.steps("lea", directory))
                .isEqualTo(new StepFilter(new TaskFilter.Who("lea", null, null), "acme", "rescue"));
    }

    @Test
    void whatAStepMayChangeIsNotAskedForOfSteps() {
        question.state = "open";
        question.severity = "high";
        question.snoozed = "no";

        assertThat(catchThrowableOfType(ProblemException.class, () -> question.steps("lea", directory))
                        .problem()
                        .errors())
                .extracting(FieldFault::field)
                .containsExactly("state", "severity", "snoozed");
    }

    private TaskFilter filter() {
        return question.filter("lea", directory);
    }
}
