package io.playcaller.forecast.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.currency.Rates;
import io.playcaller.forecast.engine.ledger.AccountTree;
import io.playcaller.forecast.engine.ledger.CurrencyRule;
import io.playcaller.forecast.engine.ledger.Period;
import io.playcaller.forecast.engine.ledger.RetentionDefinition;
import io.playcaller.forecast.ledger.AccountAttributes.OwnedBy;
import io.playcaller.forecast.ledger.AccountAttributes.ProfileSince;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetentionAnswerTest {

    private static final Period QUARTER = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 4, 1));
    private static final RetentionDefinition OWN = RetentionDefinition.defaults();
    private static final LedgerInputs INPUTS = new LedgerInputs(
            List.of(
                    contract("c1", "acme", 100_00, "EUR"),
                    contract("c2", "beta", 50_00, "EUR"),
                    contract("c3", "gamma", 7_00, "CHF")),
            AccountTree.flat(),
            new AccountAttributes(
                    Map.of("acme", "emea"),
                    List.of(
                            new ProfileSince("acme", LocalDate.of(2025, 6, 1), "smb", "pooled"),
                            new ProfileSince("acme", LocalDate.of(2026, 2, 1), "enterprise", "enterprise"),
                            new ProfileSince("beta", LocalDate.of(2026, 3, 1), "smb", "pooled")),
                    List.of(
                            new OwnedBy("acme", "chloe", LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1)),
                            new OwnedBy("acme", "omar", LocalDate.of(2026, 1, 1), null))),
            new Rates("EUR", 31, List.of()));

    @Test
    void aCustomerCountsWhereItWasWhenThePeriodBegan() {
        assertThat(answer(Dimension.SEGMENT).slices())
                .extracting(
                        Retention.Slice::key,
                        slice -> slice.bridge().currency(),
                        slice -> slice.bridge().start())
                .containsExactly(tuple("none", "CHF", 7_00L), tuple("smb", "EUR", 150_00L));
        assertThat(answer(Dimension.OWNER).slices())
                .extracting(Retention.Slice::key)
                .containsExactly("none", "none", "omar");
        assertThat(answer(Dimension.REGION).slices())
                .extracting(Retention.Slice::key)
                .containsExactly("none", "emea", "none");
    }

    @Test
    void theAnswerSaysWhatItMeansAndWhatIsMissing() {
        Retention constant = RetentionAnswer.of(
                new RetentionQuestion(QUARTER, OWN.in(CurrencyRule.CONSTANT), null), INPUTS.ledger(), INPUTS);

        assertThat(constant.reportingCurrency()).isEqualTo("EUR");
        assertThat(constant.meaning().currency()).contains("at the rates of 2026-01-01");
        assertThat(constant.bridges()).extracting(Retention.Bridge::end).containsExactly(150_00L);
        assertThat(constant.missingRates())
                .singleElement()
                .satisfies(missing -> assertThat(missing.atStake()).isEqualTo(new Money(7_00, "CHF")));
    }

    @Test
    void whatIsKeptIsReadAsItWas() {
        Retention closed = answer(Dimension.SEGMENT).closed(Instant.parse("2026-04-16T00:00:05Z"));

        Retention read = WireJson.read(WireJson.write(closed), Retention.class);

        assertThat(read).isEqualTo(closed);
        assertThat(read.saysTheSame(answer(null))).isTrue();
    }

    private static Retention answer(Dimension by) {
        return RetentionAnswer.of(new RetentionQuestion(QUARTER, OWN, by), INPUTS.ledger(), INPUTS);
    }

    private static ContractRecord contract(String id, String account, long minor, String currency) {
        LocalDate start = LocalDate.of(2025, 7, 1);
        LocalDate end = LocalDate.of(2027, 7, 1);
        ContractLine line = new ContractLine("l", "core", new Money(minor, currency), null, start, end);
        return new ContractRecord(
                id, account, 1, start, start, end, false, 0, null, null, List.of(line), List.of(), null);
    }
}
