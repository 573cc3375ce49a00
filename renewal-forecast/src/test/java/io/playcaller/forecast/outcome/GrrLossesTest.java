package io.playcaller.forecast.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.LossReviewRecord;
import io.playcaller.forecast.engine.currency.Rates;
import io.playcaller.forecast.engine.ledger.AccountTree;
import io.playcaller.forecast.engine.ledger.Period;
import io.playcaller.forecast.engine.ledger.RetentionDefinition;
import io.playcaller.forecast.engine.review.RiskEpisode;
import io.playcaller.forecast.engine.review.RisksBefore;
import io.playcaller.forecast.engine.review.SaveRule;
import io.playcaller.forecast.engine.review.Turns;
import io.playcaller.forecast.ledger.CustomerRetention;
import io.playcaller.forecast.ledger.LedgerInputs;
import io.playcaller.forecast.ledger.RetentionQuestion;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The first quarter of 2026: acme left, of which the old name bought for itself, gamma left, beta stays. */
class GrrLossesTest {

    private static final Period QUARTER = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 4, 1));
    private static final LocalDate LEFT = LocalDate.of(2026, 2, 15);
    private static final List<ContractRecord> CONTRACTS = List.of(
            contract("c1", "acme-before", 1_000_00, true),
            contract("c2", "beta", 500_00, false),
            contract("c3", "gamma", 500_00, true));
    private static final AccountTree TREE = new AccountTree(Map.of(), Map.of("acme-before", "acme"));

    @Test
    void eachOfCauseAndRiskSumsToWhatGrrLost() {
        GrrLosses losses = losses(retention());

        assertThat(losses.items())
                .extracting(
                        row -> row.by() + " " + row.reason() + " " + row.lost().minor() + " " + row.share())
                .containsExactly(
                        "cause com.price 100000 0.500000",
                        "cause none 50000 0.250000",
                        "risk none 50000 0.250000",
                        "risk usage.drop 100000 0.500000");
        assertThat(losses.wholes()).singleElement().satisfies(whole -> {
            assertThat(whole.lost()).isEqualTo(new Money(1_500_00, "EUR"));
            assertThat(whole.grr()).isEqualByComparingTo("0.25");
            assertThat(whole.closedGrr()).isNull();
        });
    }

    @Test
    void ofAClosedQuarterWhatWasSaidStandsBesideWhatIsKnownNow() {
        CustomerRetention known = retention();
        CustomerRetention before = CustomerRetention.of(question(), inputs(CONTRACTS.subList(1, 2)));

        GrrLosses losses = losses(known.closed(before.said().closed(Instant.parse("2026-04-16T00:00:05Z"))));

        assertThat(losses.wholes()).singleElement().satisfies(whole -> {
            assertThat(whole.grr()).isEqualByComparingTo("0.25");
            assertThat(whole.closedGrr()).isEqualByComparingTo(BigDecimal.ONE);
        });
    }

    private static GrrLosses losses(CustomerRetention retention) {
        LossReviewRecord review =
                new LossReviewRecord("c1", "acme-before", 1, LEFT.plusDays(3), Reason.COM_PRICE, true, "staff-1");
        List<Loss> losses = Loss.of(
                Turns.of(CONTRACTS, 30, LocalDate.of(2026, 6, 1)),
                List.of(review),
                List.of(),
                new Loss.Terms(7, LocalDate.of(2026, 6, 1)));
        RiskEpisode risk = new RiskEpisode("acme-before", Set.of(Reason.USAGE_DROP), LEFT.minusDays(50), null);
        SaveRule rule = SaveRule.defaults();
        return GrrLosses.of(retention, losses, RisksBefore.of(List.of(risk), retention.tree(), rule), rule);
    }

    private static CustomerRetention retention() {
        return CustomerRetention.of(question(), inputs(CONTRACTS));
    }

    private static RetentionQuestion question() {
        return new RetentionQuestion(QUARTER, RetentionDefinition.defaults(), null);
    }

    private static LedgerInputs inputs(List<ContractRecord> contracts) {
        return LedgerInputs.of(contracts, TREE, new Rates("EUR", 31, List.of()));
    }

    private static ContractRecord contract(String id, String account, long minor, boolean left) {
        LocalDate start = LocalDate.of(2025, 2, 15);
        LocalDate end = left ? LEFT : LocalDate.of(2027, 2, 15);
        ContractLine line = new ContractLine("l", "core", new Money(minor, "EUR"), null, start, end);
        return new ContractRecord(
                id, account, 1, start, start, end, false, 0, null, left ? LEFT : null, List.of(line), List.of(), null);
    }
}
