package io.playcaller.forecast.lab.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.playcaller.contracts.WireJson;
import io.playcaller.forecast.engine.LogOdds;
import io.playcaller.forecast.engine.contract.ContractModel;
import io.playcaller.forecast.engine.contract.ContractSituation;
import io.playcaller.forecast.engine.contract.PriorModel;
import io.playcaller.forecast.engine.fit.Bend;
import io.playcaller.forecast.lab.closed.Ending;
import io.playcaller.forecast.lab.learn.FormChoice;
import io.playcaller.forecast.lab.trial.Trial.Result;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class TrialTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final PriorModel PRIOR = PriorModel.defaults();

    /** Here health says nothing, tenure the contrary of what one thinks, and late payments nearly all. */
    private static final ToDoubleFunction<ContractSituation> ODD =
            it -> 1.5 - 0.8 * it.payments().settledLate() + 0.4 * it.history().renewals();

    @Test
    void aCompanyThatIsOtherThanThePriorThinksGetsAModelOfItsOwn() {
        Result result = trial(ODD, 3_000, PRIOR);

        ModelCard card = result.card().orElseThrow();
        assertThat(card.version()).isEqualTo("fit-1");
        assertThat(card.replaces()).isEqualTo("prior-2");
        assertThat(card.renewal().logLoss()).isLessThan(card.renewalOfReplaced().logLoss());
        assertThat(card.renewal().auc()).isGreaterThan(card.renewalOfReplaced().auc() + 0.02);
        assertThat(card.renewal().said())
                .isCloseTo((double) card.renewal().lost() / card.renewal().n(), within(0.06));
        assertThat(card.model().renewal()).isNotNull();
        assertThat(verdict(result, "renewal: refit").better()).isTrue();
        assertThat(card.data().endings()).isEqualTo(3_000);
        assertThat(card.segments()).extracting(ModelCard.Segment::by).contains("horizon", "amount");
    }

    /** Health helps up to 50 and no further. */
    @Test
    void theCardSaysWhichBendsAndPairsWereChosenAndWhy() {
        ToDoubleFunction<ContractSituation> bent = it ->
                it.health() == null ? 1.5 : -2 + 0.08 * Math.min(50, it.health().score() / 1_000.0);

        ModelCard card = trial(bent, 6_000, PRIOR).card().orElseThrow();

        FormChoice form = card.form();
        assertThat(form).isNotNull();
        assertThat(form.kept()).isTrue();
        assertThat(form.curved()).isLessThan(form.straight());
        assertThat(form.words().get(0)).startsWith("health above ");
        assertThat(form.chosen().get(0).score()).isGreaterThan(Math.log(3_600));
        assertThat(card.model().renewal().bends()).extracting(Bend::feature).contains("health");
        assertThat(WireJson.read(WireJson.write(card), ModelCard.class)).isEqualTo(card);
    }

    @Test
    void sharesThatAreOtherThanThePriorsAreLearnt() {
        assertThat(trial(ODD, 3_000, PRIOR)
                        .card()
                        .orElseThrow()
                        .model()
                        .growth()
                        .shares()
                        .less())
                .containsExactly(600, 600, 600);
    }

    @Test
    void aRenewalInAnotherCurrencyTeachesThatItRenewedAndNoShare() {
        List<Lesson> lessons = new Company(ODD).lessons(3_000, PRIOR);
        Result all = trial(lessons);
        Result withoutLess =
                trial(lessons.stream().map(TrialTest::unmeasuredWhereLess).toList());

        assertThat(withoutLess.data().orElseThrow().less()).isZero();
        assertThat(withoutLess.data().orElseThrow().lost())
                .isEqualTo(all.data().orElseThrow().lost());
        assertThat(verdict(withoutLess, "renewal: refit")).isEqualTo(verdict(all, "renewal: refit"));
        assertThat(verdict(withoutLess, "amounts").better()).isFalse();
    }

    private static Lesson unmeasuredWhereLess(Lesson lesson) {
        Ending was = lesson.ending();
        Ending is = was.contracted()
                ? new Ending(was.accountId(), was.contractId(), was.startsOn(), was.on(), Double.NaN)
                : was;
        return new Lesson(
                is, lesson.horizonDays(), lesson.arr(), lesson.remembered(), lesson.values(), lesson.inForce());
    }

    private static Result trial(List<Lesson> lessons) {
        return new Trial(PRIOR, PRIOR, Enough.defaults(), 1).run(lessons, "fit-1", NOW);
    }

    @Test
    void aSecondModelMustBeatTheFirstAndChanceIsNotEnough() {
        ContractModel first = trial(ODD, 3_000, PRIOR).card().orElseThrow().model();

        Result again =
                new Trial(first, PRIOR, Enough.defaults(), 1).run(new Company(ODD).lessons(3_000, first), "fit-2", NOW);

        assertThat(again.card()).isEmpty();
        assertThat(again.verdicts()).noneMatch(Verdict::better);
    }

    @Test
    void withFewEndingsThePriorStaysAndTheTrialSaysWhatIsMissing() {
        Result result = trial(ODD, 60, PRIOR);

        assertThat(result.card()).isEmpty();
        assertThat(result.verdicts()).hasSize(1);
        assertThat(result.verdicts().get(0).why())
                .startsWith("to judge a renewal it takes 30 endings of either kind; there are ");
        assertThat(trial(ODD, 0, PRIOR).verdicts().get(0).why()).isEqualTo("no contract has ended yet");
    }

    @Test
    void withMoreEndingsButTooFewToLearnFromThePriorIsPutRight() {
        ToDoubleFunction<ContractSituation> gloomy =
                it -> LogOdds.of(PRIOR.of(it).renews() / 1e6) - 2;

        Result result = trial(gloomy, 400, PRIOR, new Enough(5_000, 30, 30));

        assertThat(verdict(result, "renewal: refit").why()).contains("it takes 5000 endings of either kind");
        assertThat(verdict(result, "renewal: recalibrated").better()).isTrue();
        assertThat(result.card().orElseThrow().model().renewal()).isNull();
        assertThat(result.drift().orElseThrow().drifting()).isTrue();
        assertThat(result.drift().orElseThrow().high()).isNegative();
    }

    @Test
    void aLevelThatIsSaidRightDoesNotDrift() {
        ToDoubleFunction<ContractSituation> asThePriorSays =
                it -> LogOdds.of(PRIOR.of(it).renews() / 1e6);

        Drift drift = trial(asThePriorSays, 1_500, PRIOR).drift().orElseThrow();

        assertThat(drift.drifting()).isFalse();
        assertThat(drift.came()).isCloseTo(drift.said(), within(0.06));
    }

    @Test
    void aCardIsTheSameAfterItWasStored() {
        ModelCard card = trial(ODD, 1_500, PRIOR).card().orElseThrow();

        assertThat(WireJson.read(WireJson.write(card), ModelCard.class)).isEqualTo(card);
    }

    @Test
    void theSameEndingsTeachTheSame() {
        assertThat(trial(ODD, 1_500, PRIOR)).isEqualTo(trial(ODD, 1_500, PRIOR));
    }

    @Test
    void whatJudgesEndedAfterAllThatTaught() {
        List<Lesson> lessons = new Company(ODD).lessons(500, PRIOR);

        Windows windows = Windows.of(lessons);

        assertThat(windows.teach()).allMatch(lesson -> !lesson.ending().on().isAfter(windows.teachUntil()));
        assertThat(windows.calibrate()).allMatch(lesson -> lesson.ending().on().isAfter(windows.teachUntil()));
        assertThat(windows.judge()).allMatch(lesson -> lesson.ending().on().isAfter(windows.calibrateUntil()));
        assertThat(windows.teach().size()
                        + windows.calibrate().size()
                        + windows.judge().size())
                .isEqualTo(500);
    }

    private static Result trial(ToDoubleFunction<ContractSituation> renews, int endings, ContractModel inForce) {
        return trial(renews, endings, inForce, Enough.defaults());
    }

    private static Result trial(
            ToDoubleFunction<ContractSituation> renews, int endings, ContractModel inForce, Enough enough) {
        return new Trial(inForce, PRIOR, enough, 1).run(new Company(renews).lessons(endings, inForce), "fit-1", NOW);
    }

    private static Verdict verdict(Result result, String part) {
        return result.verdicts().stream()
                .filter(verdict -> verdict.part().equals(part))
                .findFirst()
                .orElseThrow();
    }
}
