package io.playcaller.router.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.router.delivery.Reconciliation.EndedThere;
import io.playcaller.router.delivery.Reconciliation.Kept;
import io.playcaller.router.delivery.Reconciliation.Missing;
import io.playcaller.router.delivery.Reconciliation.OpenThere;
import io.playcaller.router.delivery.Reconciliation.Twice;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

    private static final UUID TASK = new UUID(1, 1);
    private static final Kept OPEN = new Kept(TASK, "10001", true);
    private static final Kept ENDED = new Kept(TASK, "10001", false);

    @Test
    void whatIsTheSameIsNoDifference() {
        assertThat(Reconciliation.compare(List.of(OPEN), List.of(copy("10001", false))))
                .isEmpty();
        assertThat(Reconciliation.compare(List.of(ENDED), List.of(copy("10001", true))))
                .isEmpty();
    }

    @Test
    void anOpenTaskThatTheToolLostIsMissed() {
        assertThat(Reconciliation.compare(List.of(OPEN), List.of())).containsExactly(new Missing(TASK, "10001"));
    }

    @Test
    void aTaskThatEndedIsNotMissed() {
        assertThat(Reconciliation.compare(List.of(ENDED), List.of())).isEmpty();
    }

    @Test
    void whoEndsItFirstEndsItForBoth() {
        assertThat(Reconciliation.compare(List.of(OPEN), List.of(copy("10001", true))))
                .containsExactly(new EndedThere(TASK, "10001", PlayOutcome.FAILED));
        assertThat(Reconciliation.compare(List.of(ENDED), List.of(copy("10001", false))))
                .containsExactly(new OpenThere(TASK, "10001"));
    }

    @Test
    void twoUnderOneKeyAreSaidAndNothingIsDoneToThem() {
        assertThat(Reconciliation.compare(List.of(OPEN), List.of(copy("10002", true), copy("10001", false))))
                .containsExactly(new Twice(TASK, List.of("10001", "10002")));
    }

    @Test
    void whatTheToolHasOfOthersIsNoneOfOurs() {
        ToolCopy other = new ToolCopy(new UUID(9, 9), "7", null);

        assertThat(Reconciliation.compare(List.of(OPEN), List.of(copy("10001", false), other)))
                .isEmpty();
    }

    private static ToolCopy copy(String externalId, boolean ended) {
        return new ToolCopy(TASK, externalId, ended ? PlayOutcome.FAILED : null);
    }
}
