package io.playcaller.router.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Ids;
import io.playcaller.contracts.Money;
import io.playcaller.contracts.health.AccountSnapshot;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.reason.SignalKind;
import io.playcaller.router.Signals;
import io.playcaller.router.finding.ToldFinding.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ToldFindingTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofHours(3));
    private static final UUID EPISODE = Ids.derived("finding", "test");

    @Test
    void whatIsFoundIsToldOnce() {
        Step opened = ToldFinding.step(null, low(Severity.MEDIUM, "70%"), EPISODE, 1, NOW)
                .orElseThrow();

        assertThat(opened.signal().state()).isEqualTo(SignalState.OPENED);
        assertThat(opened.signal().transition()).isEqualTo(1);
        assertThat(opened.signal().sentence()).isEqualTo("jira is at 70%");
        assertThat(opened.signal().accountId()).isNull();
        assertThat(ToldFinding.step(opened.after(), low(Severity.MEDIUM, "70%"), Ids.next(), 1, LATER))
                .isEmpty();
    }

    @Test
    void whatGetsGraverIsTheNextStepOfTheSameSignal() {
        Step opened = ToldFinding.step(null, low(Severity.MEDIUM, "70%"), EPISODE, 1, NOW)
                .orElseThrow();

        SignalChanged graver = ToldFinding.step(opened.after(), low(Severity.HIGH, "90%"), Ids.next(), 1, LATER)
                .orElseThrow()
                .signal();

        assertThat(graver.episodeId()).isEqualTo(EPISODE);
        assertThat(graver.transition()).isEqualTo(2);
        assertThat(graver.state()).isEqualTo(SignalState.UPDATED);
        assertThat(graver.severity()).isEqualTo(Severity.HIGH);
        assertThat(graver.openedAt()).isEqualTo(NOW);
        assertThat(graver.at()).isEqualTo(LATER);
    }

    @Test
    void whatIsSoNoMoreEndsTheSignalAndComesBackAsAnother() {
        Step opened = ToldFinding.step(null, low(Severity.MEDIUM, "70%"), EPISODE, 1, NOW)
                .orElseThrow();

        Step over = ToldFinding.step(opened.after(), null, Ids.next(), 1, LATER).orElseThrow();

        assertThat(over.after()).isNull();
        assertThat(over.signal().state()).isEqualTo(SignalState.CLEARED);
        assertThat(over.signal().transition()).isEqualTo(2);
        UUID another = Ids.next();
        assertThat(ToldFinding.step(null, low(Severity.MEDIUM, "70%"), another, 1, LATER)
                        .orElseThrow()
                        .signal()
                        .episodeId())
                .isEqualTo(another);
    }

    @Test
    void whatComesAgainAsTheSameSignalGoesOnWhereThatEnded() {
        Step again = ToldFinding.step(null, of("a"), EPISODE, 3, NOW).orElseThrow();
        Step more =
                ToldFinding.step(again.after(), of("b"), Ids.next(), 1, LATER).orElseThrow();

        assertThat(again.signal().state()).isEqualTo(SignalState.OPENED);
        assertThat(again.signal().transition()).isEqualTo(3);
        assertThat(more.signal().episodeId()).isEqualTo(EPISODE);
        assertThat(more.signal().transition()).isEqualTo(4);
    }

    @Test
    void whoComesBesideThoseThatWereToldIsOneMore() {
        Step opened = ToldFinding.step(null, of("a b c"), EPISODE, 1, NOW).orElseThrow();

        assertThat(ToldFinding.step(opened.after(), of("a b c d"), EPISODE, 1, LATER))
                .hasValueSatisfying(step -> assertThat(step.signal().ofMore()).isTrue());
        assertThat(ToldFinding.step(opened.after(), of("a b"), EPISODE, 1, LATER))
                .hasValueSatisfying(step -> assertThat(step.signal().ofMore()).isFalse());
        assertThat(ToldFinding.step(opened.after(), of("d"), EPISODE, 1, LATER))
                .as("another, none of those of before")
                .hasValueSatisfying(step -> assertThat(step.signal().ofMore()).isFalse());
    }

    @Test
    void whoWasToldOnceAndComesBackIsNoneMore() {
        ToldFinding told = told(null, "a b c d");
        told = told(told, "a b c");
        told = told(told, "a b c e");

        assertThat(ToldFinding.step(told, of("a b c d"), EPISODE, 1, LATER))
                .hasValueSatisfying(step -> assertThat(step.signal().ofMore()).isFalse());
        assertThat(ToldFinding.step(told, of("a b c d f"), EPISODE, 1, LATER))
                .hasValueSatisfying(step -> assertThat(step.signal().ofMore()).isTrue());
    }

    @Test
    void whatConcernsAnAccountIsASignalOfThatAccountToItsEnd() {
        AccountSnapshot acme = Signals.of("acme").build().account();
        Finding moved = new Finding(
                "tier/acme/7",
                Reason.LIFE_TIER_CHANGED,
                Severity.MEDIUM,
                "enterprise",
                "It is in another tier",
                List.of(),
                new Finding.About("acme", acme));

        Step opened = ToldFinding.step(null, moved, EPISODE, 1, NOW).orElseThrow();
        Step over = ToldFinding.step(opened.after(), null, EPISODE, 1, LATER).orElseThrow();

        assertThat(opened.signal().accountId()).isEqualTo("acme");
        assertThat(opened.signal().account()).isEqualTo(acme);
        assertThat(opened.signal().valueAtRisk()).isEqualTo(acme.profile().arr());
        assertThat(over.signal().accountId()).isEqualTo("acme");
        assertThat(over.signal().state()).isEqualTo(SignalState.CLEARED);
    }

    @Test
    void whatIsWrongOnAnAccountIsToldOfItWithWhatIsAtRiskAndSoIsItsEnd() {
        Money arr = new Money(5_000_000, "EUR");
        Finding rejected = new Finding(
                "hand-over/csm/a",
                Reason.ONB_HANDOVER_REJECTED,
                Severity.MEDIUM,
                "1",
                "so",
                List.of(),
                new Finding.About("a", null, arr));

        Step opened = ToldFinding.step(null, rejected, EPISODE, 1, NOW).orElseThrow();
        Step over = ToldFinding.step(opened.after(), null, Ids.next(), 1, LATER).orElseThrow();

        assertThat(opened.signal().accountId()).isEqualTo("a");
        assertThat(opened.signal().valueAtRisk()).isEqualTo(arr);
        assertThat(opened.signal().kind()).isEqualTo(SignalKind.RISK);
        assertThat(over.signal().accountId()).isEqualTo("a");
        assertThat(over.signal().state()).isEqualTo(SignalState.CLEARED);
    }

    @Test
    void whatWasNeverFoundDoesNotEnd() {
        assertThat(ToldFinding.step(null, null, EPISODE, 1, NOW)).isEmpty();
    }

    private static ToldFinding told(@Nullable ToldFinding before, String news) {
        return Objects.requireNonNull(ToldFinding.step(before, of(news), EPISODE, 1, NOW)
                .orElseThrow()
                .after());
    }

    private static Finding of(String news) {
        return new Finding("theme/export", Reason.SUP_RECURRING, Severity.MEDIUM, news, "so", List.of());
    }

    private static Finding low(Severity severity, String news) {
        return new Finding(
                "allowance/jira", Reason.DQ_ALLOWANCE_LOW, severity, news, "jira is at " + news, List.of("a"));
    }
}
