package io.playcaller.forecast.lab.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.accuracy.rows.RowsException;
import io.playcaller.forecast.lab.file.ContractRow;
import io.playcaller.forecast.lab.file.ContractRow.Outcome;
import io.playcaller.forecast.lab.file.Matrix;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ContractLabTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final ContractLab.Settings SETTINGS = new ContractLab.Settings(4, 42, 200);

    @Test
    void whatTellsSomethingIsFoundAndTheBaseRateIsNot() {
        ContractFigures figures = figures(rows(2_000, false));

        RenewalFigures learnt = figures.models().get(0).figures();
        assertThat(learnt.auc()).isGreaterThan(0.7);
        assertThat(learnt.within().low()).isLessThan(learnt.auc());
        assertThat(learnt.within().high()).isGreaterThan(learnt.auc());
        assertThat(learnt.calibrationError()).isLessThan(0.05);
        assertThat(figures.models().get(1).figures().auc()).isBetween(0.4, 0.6);
        assertThat(learnt.logLoss())
                .isLessThan(figures.models().get(1).figures().logLoss());
        assertThat(figures.judged()).isEqualTo(2_000);
        assertThat(figures.fits()).hasSize(4);
    }

    @Test
    void withDatesThePastJudgesTheFutureAndTheFirstPartIsNotJudged() {
        List<ContractRow> rows = rows(2_000, true);
        List<Judging> rounds = Judging.rounds(rows, 4, 42);

        for (Judging round : rounds) {
            LocalDate learnt = latest(rows, round.teach());
            LocalDate judged = round.judge().stream()
                    .map(place -> rows.get(place).ends())
                    .min(LocalDate::compareTo)
                    .orElseThrow();
            assertThat(learnt).isBefore(judged);
            if (!round.calibrate().isEmpty()) {
                assertThat(latest(rows, round.calibrate())).isBefore(judged).isAfter(learnt);
            }
        }
        assertThat(rounds.stream().mapToInt(round -> round.judge().size()).sum())
                .isBetween(1_550, 1_650);
        assertThat(figures(rows).models().get(0).figures().auc()).isGreaterThan(0.7);
    }

    @Test
    void fewDaysMakeFewParts() {
        List<ContractRow> quarters = rows(300, true).stream()
                .map(row -> ending(
                        row,
                        LocalDate.of(2025, 10, 1).minusMonths(3L * (row.id().hashCode() % 3))))
                .toList();

        assertThat(Judging.rounds(quarters, 5, 42))
                .hasSize(2)
                .allSatisfy(
                        round -> assertThat(latest(quarters, round.teach())).isBefore(latest(quarters, round.judge())));
        assertThat(String.join("\n", ContractFiguresText.lines(figures(quarters))))
                .contains("2 parts by date, each judged by those before it");
    }

    @Test
    void whoeverTeachesHasSeenBothEnds() {
        List<ContractRow> rows = rows(300, true).stream()
                .map(row -> ending(row, row.lost() ? FIRST.plusDays(row.id().hashCode() % 300) : FIRST.plusDays(100)))
                .toList();

        for (Judging round : Judging.rounds(rows, 4, 42)) {
            assertThat(round.teach()).anyMatch(place -> rows.get(place).lost());
            assertThat(round.teach()).anyMatch(place -> !rows.get(place).lost());
        }
    }

    @Test
    void contractsThatAllEndOnOneDayAreRefused() {
        List<ContractRow> rows =
                rows(300, true).stream().map(row -> ending(row, FIRST)).toList();

        assertThatThrownBy(() -> figures(rows))
                .isInstanceOf(RowsException.class)
                .hasMessageContaining("ends: nothing can be judged");
    }

    @Test
    void contractsOfOneAccountNeverJudgeEachOther() {
        List<ContractRow> rows = rows(600, false).stream()
                .map(row -> new ContractRow(
                        row.id(), "a" + row.id().hashCode() % 50, null, null, row.outcome(), row.known()))
                .toList();

        for (Judging round : Judging.rounds(rows, 4, 42)) {
            List<String> taught = round.teach().stream()
                    .map(place -> rows.get(place).account())
                    .toList();
            assertThat(round.judge())
                    .noneMatch(place -> taught.contains(rows.get(place).account()));
        }
    }

    @Test
    void whatBendsIsToldWhereLaterContractsBoreItOut() {
        ContractFigures dated = figures(bent(6_000, true));
        ContractFigures undated = figures(bent(6_000, false));

        assertThat(String.join("\n", ContractFiguresText.lines(dated)))
                .contains("bends and pairs beside straight lines: kept in ")
                .contains("late above ");
        assertThat(undated.fits()).extracting(ContractFigures.Fit::form).containsOnlyNulls();
        assertThat(String.join("\n", ContractFiguresText.lines(undated))).doesNotContain("bends and pairs");
    }

    /** Late payment costs nothing up to a half, and from there on much. */
    private static List<ContractRow> bent(int count, boolean dated) {
        SplittableRandom random = new SplittableRandom(8);
        return rows(count, dated).stream()
                .map(row -> {
                    double late = Double.parseDouble(row.known().get("late"));
                    boolean lost = random.nextDouble() < 0.1 + 1.6 * Math.max(0, late - 0.5);
                    return new ContractRow(
                            row.id(),
                            row.account(),
                            row.ends(),
                            row.money(),
                            lost ? Outcome.LOST : Outcome.CONTRACTED,
                            row.known());
                })
                .toList();
    }

    @Test
    void amountsAreToldByCurrency() {
        ContractFigures figures = figures(rows(400, false));

        assertThat(figures.money())
                .extracting(ContractFigures.MoneyFigures::currency)
                .containsExactly("CHF", "EUR");
        assertThat(figures.money()).allSatisfy(money -> {
            assertThat(money.kept()).isLessThanOrEqualTo(money.renewed()).isLessThan(money.due());
            assertThat(money.said()).isBetween(0.8 * money.renewed(), 1.2 * money.renewed());
        });
        assertThat(String.join("\n", ContractFiguresText.lines(figures)))
                .contains("400 contracts of 400 accounts; 4 folds with seed 42")
                .contains("logistic regression")
                .contains("CHF");
    }

    private static ContractRow ending(ContractRow row, LocalDate ends) {
        return new ContractRow(row.id(), row.account(), ends, row.money(), row.outcome(), row.known());
    }

    private static LocalDate latest(List<ContractRow> rows, List<Integer> places) {
        return places.stream()
                .map(place -> rows.get(place).ends())
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    private static ContractFigures figures(List<ContractRow> rows) {
        return new ContractLab(rows, Matrix.of(rows), SETTINGS).evaluate();
    }

    /** A third is lost; late payers twice as often as others, and so is the plan that is free. */
    private static List<ContractRow> rows(int count, boolean dated) {
        SplittableRandom random = new SplittableRandom(5);
        List<ContractRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double late = random.nextDouble();
            boolean free = random.nextBoolean();
            boolean lost = random.nextDouble() < 0.1 + 0.35 * late + (free ? 0.3 : 0);
            rows.add(new ContractRow(
                    "c" + i,
                    "c" + i,
                    dated ? FIRST.plusDays(random.nextInt(700)) : null,
                    new ContractRow.Money(100, lost ? 0 : 90, random.nextBoolean() ? "EUR" : "CHF"),
                    lost ? Outcome.LOST : Outcome.CONTRACTED,
                    Map.of("late", Double.toString(late), "plan", free ? "free" : "paid")));
        }
        return rows;
    }
}
