package io.playcaller.router.delivery.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.reason.Severity;
import io.playcaller.router.attention.Press;
import io.playcaller.router.staff.Assignment;
import io.playcaller.router.staff.Told;
import io.playcaller.router.task.TaskDecision.Changed;
import java.util.List;
import org.junit.jupiter.api.Test;

class TellingTest {

    @Test
    void aNewTaskPressesItsAssignee() {
        assertThat(Telling.of(TaskSteps.created())).containsExactly(new Telling("ana", Press.NORMAL));
    }

    @Test
    void whatIsCriticalPressesAtOnce() {
        assertThat(Telling.of(TaskSteps.created(Severity.CRITICAL, TaskSteps.ANA)))
                .containsExactly(new Telling("ana", Press.CRITICAL));
    }

    @Test
    void aTaskThatNobodyHasIsToldNobodyByName() {
        assertThat(Telling.of(TaskSteps.created(Severity.HIGH, TaskSteps.NOBODY)))
                .isEmpty();
    }

    @Test
    void anEscalationIsToldWhoStandsAbove() {
        Changed escalated = TaskSteps.escalated(TaskSteps.created().after());

        assertThat(Telling.of(escalated)).containsExactly(new Telling("lea", Press.NORMAL));
    }

    @Test
    void anEscalationToATeamIsToldEachOfThem() {
        Assignment first = new Assignment("team-lead", "ben", "team", "Team west is told: Ben Berg, Lea Lund.");

        Changed escalated = TaskSteps.escalated(TaskSteps.created().after(), new Told(first, List.of("ben", "lea")));

        assertThat(Telling.of(escalated)).extracting(Telling::staffId).containsExactly("ben", "lea");
    }

    @Test
    void whoTakesATaskOverIsNotToldAndWhoHadItReadsItInTheDigest() {
        Assignment ben = new Assignment("csm", "ben", "taken", "Ben took it over.");

        Changed taken = TaskSteps.acknowledged(TaskSteps.created().after(), "ben", ben);

        assertThat(Telling.of(taken)).containsExactly(new Telling("ana", Press.NONE));
    }

    @Test
    void whatSomebodyDidTheyAreNotTold() {
        assertThat(Telling.of(TaskSteps.completed(TaskSteps.created().after()))).isEmpty();
    }
}
