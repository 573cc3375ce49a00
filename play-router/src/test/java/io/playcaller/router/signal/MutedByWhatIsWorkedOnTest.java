package io.playcaller.router.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.router.Signals;
import io.playcaller.router.TestRules;
import io.playcaller.router.routing.Router;
import io.playcaller.router.staff.Workload;
import io.playcaller.router.task.Actor;
import io.playcaller.router.task.Closing;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecider;
import io.playcaller.router.task.TaskDecision.Changed;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A severe ticket has a task in the tiers enterprise and mid-market; in the others nobody works on it here. */
class MutedByWhatIsWorkedOnTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private final SignalDecider decider = new SignalDecider(Router.of(TestRules.read(), NOW));
    private final Signals ticket = Signals.of("a").reason(Reason.SUP_SEVERE_OPEN);
    private final Signals detractor = Signals.of("a").reason(Reason.SEN_NPS_DETRACTOR);
    private AccountDesk desk = AccountDesk.EMPTY;

    @Test
    void whoWorksOnATicketHearsTheDetractorToo() {
        assertThat(take(ticket).status()).isEqualTo(SignalStatus.TASK);

        KnownSignal muted = take(detractor);

        assertThat(muted.status()).isEqualTo(SignalStatus.MUTED);
        assertThat(muted.why()).startsWith("Somebody works on a severe ticket.");
    }

    @Test
    void aTicketThatNobodyWorksOnKeepsNobodyFromADetractor() {
        assertThat(take(ticket.tier("pooled")).status()).isEqualTo(SignalStatus.STOPPED);

        assertThat(take(detractor.tier("pooled")).status()).isEqualTo(SignalStatus.TASK);
        assertThat(take(Signals.of("a").tier("pooled")).status()).isNotEqualTo(SignalStatus.MUTED);
    }

    @Test
    void nothingIsSoldIntoAnOutageAlsoWhereNobodyWorksOnIt() {
        take(ticket.tier("pooled"));

        KnownSignal growth =
                take(Signals.of("a").reason(Reason.EXP_SEATS_NEAR_LIMIT).tier("pooled"));

        assertThat(growth.status()).isEqualTo(SignalStatus.MUTED);
        assertThat(growth.why()).startsWith("A risk is open.");
    }

    @Test
    void whenNobodyWorksOnTheTicketAnyMoreWhatItMutedIsWorkedOn() {
        // Given: its task was done while it stayed open
        take(ticket);
        take(detractor);
        complete(desk.openTasks().values().iterator().next());
        assertThat(desk.signals().get(detractor.build().episodeId()).status())
                .as("somebody has dealt with its cause")
                .isEqualTo(SignalStatus.MUTED);

        // When: it gets graver, and its account is of a tier in which no play answers it
        take(ticket.tier("pooled").severity(Severity.CRITICAL).transition(2, SignalState.UPDATED));

        // Then
        KnownSignal heard = desk.signals().get(detractor.build().episodeId());
        assertThat(heard.status()).isEqualTo(SignalStatus.TASK);
        assertThat(heard.path().get(0).reason()).isEqualTo("not-worked-on");
    }

    private void complete(Task task) {
        Changed done = (Changed) new TaskDecider(NOW)
                .complete(task, new Actor("ana", "ana", "Ana"), PlayOutcome.SUCCEEDED, Closing.HELPED);
        desk = desk.after(new SignalEffects(List.of(), List.of(done)));
    }

    private KnownSignal take(Signals signal) {
        SignalChanged built = signal.build();
        desk = desk.after(decider.decide(desk, built, Workload.EMPTY));
        return desk.signals().get(built.episodeId());
    }
}
