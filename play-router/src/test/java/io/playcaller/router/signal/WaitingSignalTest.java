package io.playcaller.router.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.router.Signals;
import io.playcaller.router.TestRules;
import io.playcaller.router.routing.Restraints;
import io.playcaller.router.routing.Router;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.signal.WaitDecider.Word;
import io.playcaller.router.silence.Matchers;
import io.playcaller.router.silence.Silence;
import io.playcaller.router.silence.Trait;
import io.playcaller.router.staff.Workload;
import io.playcaller.router.task.PathStep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Signals that are silenced or held. */
class WaitingSignalTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant UNTIL = NOW.plus(Duration.ofDays(2));
    private static final Word WORD = new Word("lea", "They are real.");

    private final RouterRules rules = TestRules.read();
    private final Signals drop = Signals.of("a").owner("csm", "ana");
    private AccountDesk desk = AccountDesk.EMPTY;

    @Test
    void aSilencedSignalMakesNoTaskAndSaysWhoSilencesItAndUntilWhen() {
        KnownSignal known = take(silencedBy(silence(false)), drop.build());

        assertThat(known.status()).isEqualTo(SignalStatus.SILENCED);
        assertThat(known.waits().until()).isEqualTo(UNTIL);
        assertThat(known.path())
                .extracting(PathStep::stage, PathStep::verdict, PathStep::reason)
                .endsWith(tuple("silence", "wait", "silenced"));
        assertThat(known.why()).startsWith("The silence of lea (Migration.) silences it.");
        assertThat(desk.openTasks()).isEmpty();
    }

    @Test
    void whatIsCriticalPassesUnlessTheSilenceIsAboutThatToo() {
        SignalChanged critical = drop.severity(Severity.CRITICAL).build();

        assertThat(take(silencedBy(silence(true)), critical).status()).isEqualTo(SignalStatus.SILENCED);
        desk = AccountDesk.EMPTY;
        KnownSignal passed = take(silencedBy(silence(false)), critical);

        assertThat(passed.status()).isEqualTo(SignalStatus.TASK);
        assertThat(passed.path()).extracting(PathStep::reason).contains("critical");
    }

    @Test
    void anOpenTaskIsNotTouchedBySilencesThatComeAfterIt() {
        take(Restraints.NONE, drop.build());

        KnownSignal news = take(
                silencedBy(silence(true)),
                drop.transition(2, SignalState.UPDATED)
                        .severity(Severity.CRITICAL)
                        .build());

        assertThat(news.status()).isEqualTo(SignalStatus.TASK);
        assertThat(desk.openTasks().get(news.taskId()).severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void whenTheSilenceIsOverItIsRoutedAsItStandsThen() {
        // Given
        KnownSignal silenced = take(silencedBy(silence(false)), drop.build());

        // When it is looked at too early, and then in time
        WaitDecider early = new WaitDecider(new SignalDecider(Router.of(rules, UNTIL.minusSeconds(1))));
        assertThat(early.silenceOver(desk, silenced.episodeId(), Workload.EMPTY))
                .isEqualTo(SignalEffects.NONE);
        WaitDecider inTime = new WaitDecider(new SignalDecider(Router.of(rules, UNTIL)));
        KnownSignal after = inTime.silenceOver(desk, silenced.episodeId(), Workload.EMPTY)
                .ledger()
                .get(0);

        // Then
        assertThat(after.status()).isEqualTo(SignalStatus.TASK);
        assertThat(after.path().get(0).sentence()).isEqualTo("What silenced it is over.");
        assertThat(after.waits()).isNull();
    }

    @Test
    void aSilencedSignalThatEndsIsOver() {
        take(silencedBy(silence(false)), drop.build());

        KnownSignal ended = take(
                silencedBy(silence(false)),
                drop.transition(2, SignalState.CLEARED).build());

        assertThat(ended.status()).isEqualTo(SignalStatus.ENDED);
        assertThat(ended.waits()).isNull();
    }

    @Test
    void aHeldSignalStaysHeldWhateverItsNewsUntilSomebodySaysSo() {
        // Given
        UUID episode = hold();

        // When
        KnownSignal graver = take(
                Restraints.NONE,
                drop.transition(2, SignalState.UPDATED)
                        .severity(Severity.CRITICAL)
                        .build());

        // Then
        assertThat(graver.status()).isEqualTo(SignalStatus.HELD);
        assertThat(graver.waits().on()).isEqualTo("usage-drop");
        KnownSignal released =
                waits().released(desk, episode, WORD, Workload.EMPTY).ledger().get(0);
        assertThat(released.status()).isEqualTo(SignalStatus.TASK);
        assertThat(released.path().get(0).sentence())
                .isEqualTo("Released by lea: They are real. Its clocks run from now.");
    }

    @Test
    void aDiscardedSignalMakesWorkOnlyWhenItGetsGraver() {
        // Given
        UUID episode = hold();
        desk = desk.after(waits().discarded(desk, episode, WORD, Workload.EMPTY));

        // When
        KnownSignal same =
                take(Restraints.NONE, drop.transition(2, SignalState.UPDATED).build());
        KnownSignal graver = take(
                Restraints.NONE,
                drop.transition(3, SignalState.UPDATED)
                        .severity(Severity.CRITICAL)
                        .build());

        // Then
        assertThat(same.status()).isEqualTo(SignalStatus.DISCARDED);
        assertThat(same.why()).isEqualTo("Discarded by lea: They are real.");
        assertThat(graver.status()).isEqualTo(SignalStatus.TASK);
    }

    @Test
    void whatADiscardedRiskMutedIsWorkedOn() {
        // Given
        UUID episode = hold();
        SignalChanged growth =
                Signals.of("a").reason(Reason.EXP_SEATS_NEAR_LIMIT).build();
        assertThat(take(Restraints.NONE, growth).status())
                .as("the risk may be real until somebody says that it is not")
                .isEqualTo(SignalStatus.MUTED);

        // When
        desk = desk.after(waits().discarded(desk, episode, WORD, Workload.EMPTY));

        // Then
        KnownSignal sold = desk.signals().get(growth.episodeId());
        assertThat(sold.status()).isEqualTo(SignalStatus.TASK);
        assertThat(sold.path().get(0).reason()).isEqualTo("not-worked-on");
        SignalChanged later =
                Signals.of("a").reason(Reason.EXP_SEATS_NEAR_LIMIT).build();
        assertThat(take(Restraints.NONE, later).status()).isEqualTo(SignalStatus.JOINED);
    }

    private UUID hold() {
        SignalChanged signal = drop.build();
        KnownSignal held = take(new Restraints(List.of(), Map.of(signal.episodeId(), "Too many.")), signal);
        assertThat(held.status()).isEqualTo(SignalStatus.HELD);
        assertThat(held.why()).isEqualTo("Too many.");
        return held.episodeId();
    }

    private WaitDecider waits() {
        return new WaitDecider(new SignalDecider(Router.of(rules, NOW)));
    }

    private KnownSignal take(Restraints restraints, SignalChanged signal) {
        SignalDecider decider = new SignalDecider(Router.of(rules, restraints, NOW));
        desk = desk.after(decider.decide(desk, signal, Workload.EMPTY));
        return desk.signals().get(signal.episodeId());
    }

    private static Restraints silencedBy(Silence silence) {
        return new Restraints(List.of(silence), Map.of());
    }

    private static Silence silence(boolean alsoCritical) {
        return new Silence(
                new UUID(0, 1),
                new Matchers(Map.of(Trait.ACCOUNT, Set.of("a")), Map.of()),
                alsoCritical,
                NOW,
                UNTIL,
                "Migration.",
                "lea",
                NOW,
                null);
    }
}
