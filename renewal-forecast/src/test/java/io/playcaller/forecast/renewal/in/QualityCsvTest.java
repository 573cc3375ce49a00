package io.playcaller.forecast.renewal.in;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Money;
import io.playcaller.forecast.renewal.QualityItem;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class QualityCsvTest {

    private static final Instant SINCE = Instant.parse("2026-10-05T09:00:00Z");

    @Test
    void whatIsAtStakeStandsBesideItsCurrencyAndIsEmptyWhereItIsNotKnown() {
        List<QualityItem> items = List.of(
                new QualityItem("=c", "acme", "balance-negative", "refused", "on, a day", new Money(900, "EUR"), SINCE),
                new QualityItem("babble", null, "unreadable", "refused", "no JSON", null, SINCE));

        assertThat(QualityCsv.of(items).lines())
                .containsExactly(
                        "contractId,accountId,code,treatment,atStakeMinor,currency,since,detail",
                        "'=c,acme,balance-negative,refused,900,EUR,2026-10-05T09:00:00Z,\"on, a day\"",
                        "babble,,unreadable,refused,,,2026-10-05T09:00:00Z,no JSON");
    }
}
