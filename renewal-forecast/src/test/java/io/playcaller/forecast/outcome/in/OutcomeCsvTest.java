package io.playcaller.forecast.outcome.in;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.forecast.Category;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.forecast.engine.contract.HealthView;
import io.playcaller.forecast.engine.estimate.Moments;
import io.playcaller.forecast.engine.lift.LiftMetric;
import io.playcaller.forecast.engine.lift.LiftRule;
import io.playcaller.forecast.engine.lift.PlayLift;
import io.playcaller.forecast.engine.lift.ReasonLift;
import io.playcaller.forecast.engine.review.SaveRates;
import io.playcaller.forecast.engine.review.SaveRule;
import io.playcaller.forecast.outcome.Figure;
import io.playcaller.forecast.outcome.KnownBefore;
import io.playcaller.forecast.outcome.KnownBefore.Called;
import io.playcaller.forecast.outcome.LiftTable;
import io.playcaller.forecast.outcome.Loss;
import io.playcaller.forecast.outcome.SaveTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutcomeCsvTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    @Test
    void aLiftWithTooFewHasNoInterval() {
        LiftRule rule = LiftRule.defaults();
        Moments one = Moments.none().plus(1);
        PlayLift lift =
                new PlayLift("rescue", 90, LiftMetric.RENEWED, "", rule.lift(one, Moments.none(), LiftMetric.RENEWED));

        Map<String, String> row = only(OutcomeCsv.of(LiftTable.of(List.of(lift), rule)));

        assertThat(row)
                .containsEntry("play", "rescue")
                .containsEntry("treated", "1")
                .containsEntry("currency", "")
                .containsEntry("low", "")
                .containsEntry("level", "0.95")
                .containsEntry("says", "too-few")
                .containsEntry("reason", "")
                .containsEntry("intervals", "0");
    }

    @Test
    void aLiftByReasonNamesItAndSaysHowManyIntervalsMayBeWrong() {
        LiftRule rule = LiftRule.defaults();
        Moments forty = Moments.none();
        for (int i = 0; i < 40; i++) {
            forty = forty.plus(i % 2);
        }
        PlayLift lift = new PlayLift("rescue", 90, LiftMetric.RENEWED, "", rule.lift(forty, forty, LiftMetric.RENEWED));

        Map<String, String> row =
                only(OutcomeCsv.of(LiftTable.byReason(List.of(new ReasonLift(Reason.COM_PRICE, lift)), rule)));

        assertThat(row)
                .containsEntry("reason", "com.price")
                .containsEntry("says", "unclear")
                .containsEntry("intervals", "1")
                .containsEntry("mostWrong", "0.0500");
    }

    @Test
    void theTotalOfSavesIsNamedAll() {
        SaveTable table = SaveTable.of(SaveRates.of(List.of()), DAY, DAY.plusMonths(1), new SaveRule(180, 900));

        assertThat(OutcomeCsv.of(table)).startsWith("from,until,reason,currency,saved,");
        assertThat(only(OutcomeCsv.of(new SaveTable(table.definitions(), List.of(row(null)), null))))
                .containsEntry("reason", "all")
                .containsEntry("savedMinor", "500")
                .containsEntry("from", "2026-06-01");
    }

    @Test
    void aLossSaysWhatWasKnownBefore() {
        KnownBefore known = new KnownBefore(
                "c",
                DAY,
                DAY.minusDays(90),
                Category.BEST_CASE,
                820_000,
                List.of(),
                new HealthView(78_500, 1),
                List.of(),
                new Called("manager", Category.LOST));
        Loss loss = new Loss(
                "c",
                "=acme",
                DAY,
                "full",
                new Money(900, "EUR"),
                new Money(900, "EUR"),
                "due",
                DAY.plusDays(7),
                Reason.COM_PRICE,
                true,
                null,
                true,
                known);

        assertThat(only(OutcomeCsv.ofLosses(List.of(loss))))
                .containsEntry("accountId", "'=acme")
                .containsEntry("lostMinor", "900")
                .containsEntry("reason", "com.price")
                .containsEntry("reviewedOn", "")
                .containsEntry("categoryThen", "best-case")
                .containsEntry("renewsThen", "0.820000")
                .containsEntry("scoreThen", "78.5")
                .containsEntry("calledThen", "lost")
                .containsEntry("calledBy", "manager");
    }

    @Test
    void aContractBehindARateNamesAllItsReasons() {
        SaveTable.Case saved = new SaveTable.Case(
                "c",
                "acme",
                DAY,
                "saved",
                new Money(900, "EUR"),
                new Money(880, "EUR"),
                Set.of(Reason.USAGE_DROP, Reason.COM_PRICE));

        assertThat(only(OutcomeCsv.ofCases(List.of(saved))))
                .containsEntry("reasons", "com.price usage.drop")
                .containsEntry("afterMinor", "880");
    }

    private static SaveTable.Row row(Reason reason) {
        SaveTable.Part part = new SaveTable.Part(1, new Money(500, "EUR"));
        var figure = new Figure(BigDecimal.ONE, null, null, 3);
        return new SaveTable.Row(reason, "EUR", part, part, part, figure, figure);
    }

    private static Map<String, String> only(String csv) {
        List<String> lines = csv.lines().toList();
        assertThat(lines).hasSize(2);
        List<String> header = Arrays.asList(lines.get(0).split(",", -1));
        List<String> cells = Arrays.asList(lines.get(1).split(",", -1));
        assertThat(cells).hasSameSizeAs(header);
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            row.put(header.get(i), cells.get(i));
        }
        return row;
    }
}
