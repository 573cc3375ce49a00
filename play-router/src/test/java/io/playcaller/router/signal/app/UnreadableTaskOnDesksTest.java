package io.playcaller.router.signal.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.router.Signals;
import io.playcaller.router.TestRules;
import io.playcaller.router.account.KnownAccount;
import io.playcaller.router.routing.Router;
import io.playcaller.router.signal.KnownSignal;
import io.playcaller.router.signal.SignalDecider;
import io.playcaller.router.signal.SignalStatus;
import io.playcaller.router.staff.Workload;
import io.playcaller.router.task.UnreadableTask;
import io.playcaller.router.task.out.PgTasks.Held;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UnreadableTaskOnDesksTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private final SignalDecider decider = new SignalDecider(Router.of(TestRules.read(), NOW));

    @Test
    void aTaskThatCannotBeReadHoldsBackItsAccountAndNoOther() {
        // Given two signals in triage, one of an account with a task that cannot be read
        SignalChanged broken = Signals.of("a").backfill().build();
        SignalChanged sound = Signals.of("b").backfill().build();
        UnreadableTask task = new UnreadableTask(new UUID(1, 1), "a", new IllegalArgumentException("no order"));
        Desks desks = new Desks(
                Map.of("a", KnownAccount.UNKNOWN, "b", KnownAccount.UNKNOWN),
                List.of(inTriage(broken), inTriage(sound)),
                new Held(List.of(), List.of(task)),
                List.of(),
                Map.of(),
                Workload.EMPTY);

        // When both are released
        Answered answered = desks.decideEach(
                List.of(broken, sound),
                (desk, signal, workload) -> decider.release(desk, signal.episodeId(), "lea", workload));

        // Then
        assertThat(answered.unreadable()).containsExactly(broken.episodeId());
        assertThat(answered.became()).singleElement().satisfies(known -> {
            assertThat(known.episodeId()).isEqualTo(sound.episodeId());
            assertThat(known.status()).isEqualTo(SignalStatus.TASK);
        });
        assertThat(desks.ledger()).isEqualTo(answered.became());
    }

    private static KnownSignal inTriage(SignalChanged signal) {
        return new KnownSignal(signal, SignalStatus.TRIAGE, null, List.of());
    }
}
