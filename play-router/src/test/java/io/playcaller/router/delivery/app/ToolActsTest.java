package io.playcaller.router.delivery.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.router.delivery.ToolEvent;
import io.playcaller.router.delivery.ToolEvent.Given;
import io.playcaller.router.delivery.ToolEvent.What;
import io.playcaller.router.delivery.ToolEvent.Who;
import io.playcaller.router.staff.Directory;
import io.playcaller.router.staff.Somebody;
import io.playcaller.router.task.TaskAct;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ToolActsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Who ANA = new Who("u-ana", "Ana", "ana@example.com");
    private static final Who BEN = new Who("u-ben", "Ben", "ben@example.com");
    private static final Who CAL = new Who("u-cal", "Cal", "cal@example.com");
    private static final Who STRANGER = new Who("u-x", "Xaver", null);

    private final ToolActs acts = new ToolActs(
            "jira",
            new Directory(List.of(
                    Somebody.called("ana").build(),
                    Somebody.called("ben").build(),
                    Somebody.called("cal").leavesAt(NOW).build())),
            NOW,
            Duration.ofDays(3));

    @Test
    void oneOfUsGivesATaskToAColleague() {
        assertThat(meaning(ANA, given(BEN)))
                .isEqualTo(new ToolActs.Act(new TaskAct.Reassign("ben", "Ben", "jira", null)));
    }

    @Test
    void whenItWasGivenIsSaidByOurTime() {
        Instant there = NOW.minus(Duration.ofDays(3)).minusSeconds(60);

        assertThat(meaning(ANA, new Given(Optional.of(BEN), Optional.of(there))))
                .isEqualTo(new ToolActs.Act(new TaskAct.Reassign("ben", "Ben", "jira", null, NOW.minusSeconds(60))));
    }

    @Test
    void aStrangerGivesTasksToNobody() {
        assertThat(meaning(STRANGER, given(BEN)))
                .isEqualTo(new ToolActs.Nothing("Xaver (jira) is not in the directory and may give tasks to nobody"));
    }

    @Test
    void whoHasLeftIsGivenNothing() {
        assertThat(meaning(ANA, given(CAL))).isEqualTo(new ToolActs.Nothing("Cal has left and can have no task"));
    }

    @Test
    void whatIsGivenToNobodyOrToAStrangerStaysWhereItIs() {
        assertThat(meaning(ANA, new Given(Optional.empty(), Optional.empty()))).isInstanceOf(ToolActs.Nothing.class);
        assertThat(meaning(ANA, given(STRANGER))).isInstanceOf(ToolActs.Nothing.class);
    }

    @Test
    void whoBeginsToWorkOnItTakesItFromNobody() {
        assertThat(meaning(ANA, new ToolEvent.Started())).isEqualTo(new ToolActs.Act(new TaskAct.Acknowledge(false)));
    }

    @Test
    void aStrangerMayEndATaskUnderTheirOwnName() {
        assertThat(meaning(STRANGER, new ToolEvent.Ended(PlayOutcome.FAILED)))
                .isEqualTo(new ToolActs.Act(new TaskAct.Complete(PlayOutcome.FAILED, null, null, null)));
        assertThat(acts.actor(STRANGER).staffId()).isNull();
        assertThat(acts.actor(STRANGER).name()).isEqualTo("Xaver (jira)");
    }

    private static Given given(Who to) {
        return new Given(Optional.of(to), Optional.empty());
    }

    private ToolActs.Meaning meaning(Who who, What what) {
        return acts.meaning(new ToolEvent("e1", who, what));
    }
}
