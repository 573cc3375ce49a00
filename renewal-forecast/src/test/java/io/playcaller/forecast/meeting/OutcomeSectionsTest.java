package io.playcaller.forecast.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.forecast.Category;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.register.LossReviewRecord;
import io.playcaller.forecast.engine.contract.HealthView;
import io.playcaller.forecast.engine.contract.OpenSignal;
import io.playcaller.forecast.engine.contract.ShortTerms;
import io.playcaller.forecast.engine.ledger.AccountTree;
import io.playcaller.forecast.engine.review.RiskEpisode;
import io.playcaller.forecast.engine.review.SaveRates;
import io.playcaller.forecast.engine.review.SaveRule;
import io.playcaller.forecast.engine.review.Turn;
import io.playcaller.forecast.engine.review.Turn.Kind;
import io.playcaller.forecast.memory.Accuracy;
import io.playcaller.forecast.memory.NotClosed;
import io.playcaller.forecast.outcome.KnownBefore;
import io.playcaller.forecast.outcome.KnownBefore.Called;
import io.playcaller.forecast.outcome.Loss;
import io.playcaller.forecast.outcome.SaveTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutcomeSectionsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 8, 1);
    private static final Loss.Terms TERMS = new Loss.Terms(7, DAY.plusDays(60));
    private static final Faces FACES = new Faces(Map.of("acme", "Acme"), Map.of("acme", "ada"));

    @Test
    void lossesAreCountedByTheReasonOfTheReviewWhereThereIsOne() {
        List<Loss> losses = Loss.of(
                List.of(
                        turn("a", 300_00, 0, Reason.COM_PRICE),
                        turn("b", 80_00, 30_00, Reason.EXT_BUDGET_OR_CLOSURE),
                        turn("c", 20_00, 0, null)),
                List.of(new LossReviewRecord("a", "acme", 1, DAY, Reason.REL_SPONSOR_LEFT, true, "lea")),
                List.of(),
                TERMS);

        assertThat(OutcomeSections.losses(losses).rows())
                .extracting(Object::toString)
                .containsExactly(
                        "[ext.budget_or_closure, EUR, 0, 1, 5000, 0, 0]",
                        "[nobody said, EUR, 1, 0, 2000, 0, 0]",
                        "[rel.sponsor_left, EUR, 1, 0, 30000, 1, 1]");
    }

    @Test
    void aLossThatLookedWellIsShownWithWhatWasKnownThen() {
        List<Loss> losses = Loss.of(
                List.of(
                        turn("unseen", 100_00, 0, null),
                        turn("unwell", 100_00, 0, Reason.COM_PRICE),
                        turn("called", 100_00, 0, Reason.COM_PRICE),
                        turn("trusted", 100_00, 0, Reason.COM_PRICE),
                        turn("well", 100_00, 0, Reason.COM_PRICE)),
                List.of(),
                List.of(
                        known("well", Category.COMMIT, 910_000, null),
                        known("called", Category.COMMIT, 910_000, new Called("csm", Category.LOST)),
                        known("trusted", Category.AT_RISK, 500_000, new Called("manager", Category.COMMIT)),
                        known("unwell", Category.AT_RISK, 500_000, null)),
                TERMS);

        Section green = OutcomeSections.green(losses, 90, FACES);

        assertThat(green.title()).isEqualTo("Losses that were green 90 days before");
        assertThat(green.rows())
                .extracting(Object::toString)
                .containsExactly(
                        "[trusted, Acme, 2026-08-01, EUR, 10000, com.price, 2026-05-03, 0.5000, 81.9, sup.backlog]",
                        "[well, Acme, 2026-08-01, EUR, 10000, com.price, 2026-05-03, 0.9100, 81.9, sup.backlog]");
    }

    @Test
    void savesStandByReasonAfterTheTotal() {
        List<SaveRates.Item> items = SaveRates.items(
                List.of(turn("a", 100_00, 100_00, null), turn("b", 100_00, 0, null)),
                List.of(new RiskEpisode("acme", Set.of(Reason.USAGE_DROP), DAY.minusDays(30), null)),
                AccountTree.flat(),
                SaveRule.defaults());

        Section saves =
                OutcomeSections.saves(SaveTable.of(SaveRates.of(items), DAY, DAY.plusDays(1), SaveRule.defaults()));

        assertThat(saves.notAvailable()).isNull();
        assertThat(saves.definition()).contains("180 days before").contains("saved / (saved + contracted + lost)");
        assertThat(saves.rows())
                .extracting(row -> row.subList(0, 6).toString())
                .containsExactly("[all, EUR, 1, 0, 1, 0.5000]", "[usage.drop, EUR, 1, 0, 1, 0.5000]");
    }

    @Test
    void whatIsNotClosedIsShownHoweverManyForecastsThereAre() {
        List<Accuracy.Item> items = IntStream.rangeClosed(1, Section.MOST_ROWS)
                .mapToObj(days ->
                        new Accuracy.Item(days, "model", null, "EUR", 1, 100_00, 90_00, 80_00, 80_00, null, null, null))
                .toList();
        Accuracy closed = new Accuracy(
                Accuracy.Definitions.stated(0.25, ShortTerms.defaults()), DAY, DAY.plusMonths(3), items, List.of());

        Section actual = OutcomeSections.actual(
                closed,
                List.of(new NotClosed("EUR", true, 2, 200_00, 130_00L), new NotClosed("EUR", false, 1, 50_00, null)));

        assertThat(actual.n()).isEqualTo(52);
        assertThat(actual.rows().subList(0, 3))
                .extracting(Object::toString)
                .containsExactly(
                        "[null, not closed, EUR, 2, 20000, null, 13000, null, null]",
                        "[null, not decided, EUR, 1, 5000, null, null, null, null]",
                        "[1, model, EUR, 1, 10000, 9000, 8000, null, null]");
    }

    private static Turn turn(String contract, long before, long after, @Nullable Reason reason) {
        return new Turn(contract, "acme", Kind.END, DAY, "EUR", before, after, reason);
    }

    private static KnownBefore known(String contract, Category category, int renews, @Nullable Called judged) {
        return new KnownBefore(
                contract,
                DAY,
                DAY.minusDays(90),
                category,
                renews,
                List.of(),
                new HealthView(81_999, 900_000),
                List.of(new OpenSignal(Reason.SUP_BACKLOG, Severity.MEDIUM)),
                judged);
    }
}
