package io.playcaller.forecast.engine.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.forecast.engine.ledger.AccountTree;
import io.playcaller.forecast.engine.review.SaveRates.Item;
import io.playcaller.forecast.engine.review.SaveRates.SaveRate;
import io.playcaller.forecast.engine.review.SaveRates.Sum;
import io.playcaller.forecast.engine.review.SaveRule.Fate;
import io.playcaller.forecast.engine.review.Turn.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaveRatesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final SaveRule RULE = SaveRule.defaults();

    @ParameterizedTest
    @CsvSource({"1000, SAVED", "900, SAVED", "899, CONTRACTED", "1, CONTRACTED", "0, LOST"})
    void nineTenthsGoingOnIsSaved(long after, Fate fate) {
        assertThat(RULE.of(turn("a", 1_000, after))).isEqualTo(fate);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-31, , true",
        "2025-01-01, , true",
        "2025-01-01, 2025-07-05, true",
        "2025-01-01, 2025-07-04, false",
        "2026-01-01, , false"
    })
    void onlyARiskOfTheHalfYearBeforeCounts(LocalDate opened, LocalDate ended, boolean counts) {
        RiskEpisode episode = new RiskEpisode("a", Set.of(Reason.USAGE_DROP), opened, ended);

        assertThat(SaveRates.items(List.of(turn("a", 1_000, 1_000)), List.of(episode), AccountTree.flat(), RULE))
                .hasSize(counts ? 1 : 0);
    }

    @Test
    void eachReasonHasItsRateAndTheTotalCountsAContractOnce() {
        List<Item> items = SaveRates.items(
                List.of(turn("a", 1_000, 1_000), turn("b", 3_000, 0), turn("c", 500, 500)),
                List.of(
                        risk("a", Reason.USAGE_DROP, Reason.REL_SPONSOR_LEFT),
                        risk("b", Reason.USAGE_DROP),
                        risk("d", Reason.COM_PRICE)),
                AccountTree.flat(),
                RULE);

        List<SaveRate> rates = SaveRates.of(items);

        assertThat(rates)
                .extracting(SaveRate::reason)
                .containsExactly(null, Reason.REL_SPONSOR_LEFT, Reason.USAGE_DROP);
        SaveRate total = rates.get(0);
        assertThat(total.sums().get(Fate.SAVED)).isEqualTo(new Sum(1, 1_000));
        assertThat(total.sums().get(Fate.LOST)).isEqualTo(new Sum(1, 3_000));
        assertThat(total.byCount().value()).isCloseTo(0.5, within(1e-12));
        assertThat(total.byAmount().value()).isCloseTo(0.25, within(1e-12));
        assertThat(total.byAmount().bounds().contains(0.25)).isTrue();
    }

    @Test
    void aNoticeThatIsNearOrAForecastThatIsWantingIsNoRiskToBeSavedFrom() {
        List<Item> items = SaveRates.items(
                List.of(turn("a", 1_000, 1_000), turn("b", 1_000, 1_000), turn("c", 1_000, 0)),
                List.of(
                        risk("a", Reason.COM_NOTICE_NEAR),
                        risk("b", Reason.FC_AT_RISK_NO_PLAN, Reason.FC_DISAGREEMENT),
                        risk("c", Reason.COM_NOTICE_NEAR, Reason.USAGE_SILENT)),
                AccountTree.flat(),
                RULE);

        assertThat(items).extracting(Item::reasons).containsExactly(Set.of(Reason.USAGE_SILENT));
    }

    @Test
    void aContractionInTheTermDecidesNothing() {
        Turn inTerm = new Turn("c", "a", Kind.CONTRACTION, DAY, "EUR", 1_000, 500, null);

        assertThat(SaveRates.items(List.of(inTerm), List.of(risk("a", Reason.USAGE_DROP)), AccountTree.flat(), RULE))
                .isEmpty();
    }

    @Test
    void aRiskOfAnAccountIsOneOfEveryContractOfTheCustomerThatItIs() {
        AccountTree merged = new AccountTree(Map.of(), Map.of("bought", "buyer"));

        List<Item> items = SaveRates.items(
                List.of(turn("bought", 1_000, 1_000)), List.of(risk("buyer", Reason.USAGE_DROP)), merged, RULE);

        assertThat(items).extracting(Item::customer, Item::fate).containsExactly(tuple("buyer", Fate.SAVED));
    }

    @Test
    void aContractThatRenewsEveryMonthCountsOnceByTheLastTurnAtRisk() {
        LocalDate risk = LocalDate.of(2026, 1, 10);
        List<RiskEpisode> episodes = List.of(
                new RiskEpisode("left", Set.of(Reason.USAGE_DROP), risk, risk.plusDays(5)),
                new RiskEpisode("stayed", Set.of(Reason.USAGE_DROP), risk, risk.plusDays(5)));
        List<Turn> turns = IntStream.rangeClosed(2, 12)
                .mapToObj(month -> LocalDate.of(2026, month, 1))
                .flatMap(day -> Stream.of(monthly("left", day, 1_000), monthly("stayed", day, 1_000)))
                .filter(turn -> !turn.contractId().equals("c-left") || turn.on().getMonthValue() < 6)
                .collect(Collectors.toCollection(ArrayList::new));
        turns.add(monthly("left", LocalDate.of(2026, 6, 1), 0));

        List<Item> items = SaveRates.items(turns, episodes, AccountTree.flat(), RULE);

        assertThat(items)
                .extracting(
                        item -> item.turn().contractId(), item -> item.turn().on(), Item::fate)
                .containsExactly(
                        tuple("c-left", LocalDate.of(2026, 6, 1), Fate.LOST),
                        tuple("c-stayed", LocalDate.of(2026, 7, 1), Fate.SAVED));
        assertThat(SaveRates.of(items).get(0).byCount().value()).isCloseTo(0.5, within(1e-12));
    }

    private static Turn monthly(String account, LocalDate on, long after) {
        return new Turn("c-" + account, account, after == 0 ? Kind.END : Kind.RENEWAL, on, "EUR", 1_000, after, null);
    }

    private static Turn turn(String account, long before, long after) {
        return new Turn("c-" + account, account, Kind.RENEWAL, DAY, "EUR", before, after, null);
    }

    private static RiskEpisode risk(String account, Reason... reasons) {
        return new RiskEpisode(account, Set.of(reasons), DAY.minusDays(20), null);
    }
}
