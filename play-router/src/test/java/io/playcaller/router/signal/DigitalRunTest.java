package io.playcaller.router.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.router.Signals;
import io.playcaller.router.TestRules;
import io.playcaller.router.run.StepMessages;
import io.playcaller.router.run.StepState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Runs that begin with messages to the customer. */
class DigitalRunTest {

    private static final StepMessages ON_ITS_WAY = new StepMessages(1, 0, 0, null);
    private static final StepMessages SENT = new StepMessages(0, 1, 0, null);

    private final UUID episode = UUID.randomUUID();
    private final RunLife life = new RunLife(TestRules.read());

    @Test
    void messagesComeFirstAndOneOfOursThreeDaysLater() {
        // Given
        life.messages("mail-1", ON_ITS_WAY);
        SignalEffects begun = life.say(silent().build());
        assertThat(begun.tasks()).isEmpty();
        assertThat(begun.ledger().get(0).status()).isEqualTo(SignalStatus.RUN);

        // When
        life.messages("mail-1", SENT);
        life.messages("mail-2", SENT);
        life.look();
        life.pass(Duration.ofDays(2).plusHours(23));
        assertThat(life.open()).isEmpty();
        life.pass(Duration.ofHours(2));

        // Then
        assertThat(life.open()).containsExactly("reach");
        assertThat(life.state("mail-2")).isEqualTo(StepState.DONE);
        assertThat(life.known(episode).status()).isEqualTo(SignalStatus.TASK);
    }

    @Test
    void whoCannotBeWrittenToIsSomebodysAtOnce() {
        life.say(silent().build());

        life.pass(Duration.ofMinutes(1));

        assertThat(life.open()).containsExactly("reach");
        assertThat(life.state("mail-1")).isEqualTo(StepState.SKIPPED);
    }

    @Test
    void whereAllThatWentOutCameBackItIsSomebodysAtOnce() {
        // Given
        life.messages("mail-1", SENT);
        life.messages("mail-2", SENT);
        life.say(silent().build());
        life.look();
        assertThat(life.open()).isEmpty();

        // When
        life.messages("mail-1", new StepMessages(0, 0, 1, "It came back (5.1.1)."));
        life.messages("mail-2", new StepMessages(0, 0, 1, "It came back (5.1.1)."));
        life.look();
        life.pass(Duration.ofMinutes(1));

        // Then
        assertThat(life.state("mail-1")).isEqualTo(StepState.SKIPPED);
        assertThat(life.open()).containsExactly("reach");
    }

    @Test
    void inOtherTiersItIsSomebodysAtOnceAndNoMessageGoes() {
        SignalEffects effects = life.say(silent().tier("mid-market").build());

        assertThat(effects.tasks()).hasSize(1);
        assertThat(life.open()).containsExactly("reach");
    }

    @Test
    void whoComesBackAfterAMessageWasReachedByIt() {
        life.messages("mail-1", SENT);
        life.say(silent().build());
        life.look();

        life.say(silent().transition(2, SignalState.CLEARED).build());

        assertThat(life.run().end().outcome()).isEqualTo(PlayOutcome.SUCCEEDED);
        assertThat(life.started()).isEmpty();
    }

    @Test
    void newsOfTheSignalBeginNoSecondRunAndWhatGetsGraverDoes() {
        life.messages("mail-1", ON_ITS_WAY);
        life.say(silent().build());
        UUID first = life.run().playRunId();

        life.say(silent().transition(2, SignalState.UPDATED).build());
        assertThat(life.run().playRunId()).isEqualTo(first);

        life.say(silent().transition(3, SignalState.UPDATED)
                .severity(Severity.CRITICAL)
                .build());
        assertThat(life.run().playRunId()).isNotEqualTo(first);
    }

    @Test
    void aRenewalOfTechTouchIsMailsOnTheirDays() {
        life.say(silent().reason(Reason.FC_RENEWAL_DUE)
                .renewal(LocalDate.of(2026, 7, 10), null)
                .build());
        life.messages("mail-60", ON_ITS_WAY);
        life.look();
        assertThat(life.state("mail-60")).isEqualTo(StepState.WAITING);

        life.pass(Duration.between(life.now(), Instant.parse("2026-05-11T12:00:00Z")));

        assertThat(life.state("mail-60")).isEqualTo(StepState.STARTED);
        assertThat(life.state("mail-30")).isEqualTo(StepState.WAITING);
        assertThat(life.started()).isEmpty();
    }

    private Signals silent() {
        return Signals.of("a")
                .episode(episode)
                .reason(Reason.USAGE_SILENT)
                .tier("tech-touch")
                .owner("csm", "ben");
    }
}
