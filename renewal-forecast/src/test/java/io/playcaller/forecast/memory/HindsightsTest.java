package io.playcaller.forecast.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.forecast.Category;
import io.playcaller.forecast.engine.memory.Hindsight;
import io.playcaller.forecast.engine.memory.RenewalOutcome;
import io.playcaller.forecast.engine.portfolio.ContractOutlook;
import io.playcaller.forecast.engine.portfolio.PeriodShock;
import io.playcaller.forecast.engine.portfolio.PortfolioModel;
import io.playcaller.forecast.memory.Hindsights.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HindsightsTest {

    private static final Instant THEN = Instant.parse("2026-05-01T00:10:00Z");
    private static final Instant LATER = THEN.plus(Duration.ofDays(26));
    private static final LocalDate DUE = LocalDate.of(2026, 6, 30);

    @Test
    void theFinalForecastIsTheManagersElseTheCsmsElseTheModels() {
        Hindsights hindsights = new Hindsights();
        hindsights.add(lost("c1"), List.of(said("c1", Judgement.CSM, 900L), said("c1", Judgement.MANAGER, 100L)));
        hindsights.add(lost("c2"), List.of(said("c2", Judgement.CSM, 900L)));
        hindsights.add(lost("c3"), List.of());

        Map<Source, Hindsight> bySource = hindsights.bySource();

        assertThat(forecast(bySource, "model", "")).isEqualTo(3 * 500);
        assertThat(forecast(bySource, "csm", "")).isEqualTo(1_800);
        assertThat(forecast(bySource, "csm", "c.s@playcaller.test")).isEqualTo(1_800);
        assertThat(forecast(bySource, "manager", "")).isEqualTo(100);
        assertThat(forecast(bySource, "final", "")).isEqualTo(100 + 900 + 500);
    }

    @Test
    void aJudgementThatExpiredOrWasWithdrawnByThenOrCameLaterDoesNotStand() {
        Judgement expired = commit(DUE, THEN.minus(Duration.ofDays(40)), THEN, null);
        Judgement withdrawn = commit(DUE, THEN.minus(Duration.ofDays(4)), LATER, THEN.minus(Duration.ofDays(1)));
        Judgement tooLate = commit(DUE, THEN.plusSeconds(1), LATER, null);

        assertThat(Judgement.last(List.of(expired), DUE, THEN)).isEmpty();
        assertThat(Judgement.last(List.of(withdrawn), DUE, THEN)).isEmpty();
        assertThat(Judgement.last(List.of(tooLate), DUE, THEN)).isEmpty();
    }

    @Test
    void theWordBeforeDoesNotCountAgainWhenTheLastOneIsTakenBack() {
        Judgement first = commit(DUE, THEN.minus(Duration.ofDays(9)), LATER, null);
        Judgement last = commit(DUE, THEN.minus(Duration.ofDays(4)), LATER, THEN.minus(Duration.ofDays(1)));

        assertThat(Judgement.last(List.of(first, last), DUE, THEN)).isEmpty();
        assertThat(Judgement.last(List.of(first, last), DUE, THEN.minus(Duration.ofDays(2))))
                .contains(last);
    }

    @Test
    void whatWasSaidOfTheLastRenewalIsNotSaidOfTheNext() {
        Judgement said = commit(DUE, THEN.minus(Duration.ofDays(4)), LATER, null);

        assertThat(Judgement.last(List.of(said), DUE.plusYears(1), THEN)).isEmpty();
        assertThat(Judgement.last(List.of(said), DUE.plusDays(14), THEN)).contains(said);
    }

    @Test
    void aCategoryCountsWholeOrNotAtAll() {
        assertThat(category(Category.BEST_CASE).kept(1_000)).isEqualTo(1_000);
        assertThat(category(Category.AT_RISK).kept(1_000)).isZero();
    }

    @Test
    void intervalsAreHeldAgainstQuartersAndSegments() {
        Hindsights hindsights = new Hindsights();
        hindsights.add(lost("c1"), List.of());
        hindsights.add(lost("c2"), List.of());

        // Nothing kept of two contracts of one half each happens once in four: within the 90% interval.
        assertThat(hindsights
                        .coverage(new PortfolioModel(new PeriodShock(0)))
                        .get(60)
                        .within())
                .isEqualTo(1);
    }

    private static long forecast(Map<Source, Hindsight> bySource, String source, String author) {
        return bySource.get(new Source(60, "EUR", source, author)).forecast();
    }

    private static Judgement commit(LocalDate renewal, Instant at, Instant expires, @Nullable Instant withdrawn) {
        return new Judgement("c1", renewal, Judgement.CSM, Category.COMMIT, null, null, "x", at, expires, withdrawn);
    }

    private static Judgement category(Category category) {
        return new Judgement("c1", DUE, Judgement.CSM, category, null, null, "x", THEN, THEN.plusSeconds(1), null);
    }

    private static Judgement said(String contract, String role, @Nullable Long amount) {
        return new Judgement(
                contract,
                DUE,
                role,
                null,
                amount,
                null,
                "c.s@playcaller.test",
                THEN.minus(Duration.ofDays(3)),
                THEN.plus(Duration.ofDays(27)),
                null);
    }

    private static Remembered lost(String contract) {
        RenewalOutcome nothing = new RenewalOutcome(0, 0);
        return new Remembered(
                contract, DUE, 60, THEN, "EUR", "smb", new ContractOutlook(1_000, 500_000, 0, 0), nothing, nothing);
    }
}
