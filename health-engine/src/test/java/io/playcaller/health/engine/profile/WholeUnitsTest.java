package io.playcaller.health.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.Money;
import io.playcaller.contracts.fact.TicketSeverity;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.Story;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A limit of 100,000 is one of 100,000 yen where ARR is in yen. */
class WholeUnitsTest {

    private final FactsOf acme = FactsOf.account("acme");
    private final Story story = new Story(new HealthEngine(Models.defaults()), "acme").tick(Day.start(0));

    @ParameterizedTest
    @CsvSource({
        "EUR, 10000000, enterprise, CRITICAL", "EUR, 9999999, mid-market, HIGH",
        "JPY, 100000, enterprise, CRITICAL", "JPY, 99999, mid-market, HIGH",
        "KWD, 100000000, enterprise, CRITICAL", "KWD, 99999999, mid-market, HIGH"
    })
    void limitsAreInWholeUnitsOfAnyCurrency(String currency, long minor, String tier, Severity severity) {
        story.fact(contract(new Money(minor, currency)))
                .fact(acme.ticket(Day.at(0, 1), "t-1", TicketSeverity.SEV1, Day.at(0, 1)))
                .tick(Day.at(0, 9));

        assertThat(story.state().profile()).isNotNull();
        assertThat(story.state().profile().tier()).isEqualTo(tier);
        assertThat(story.signals(Reason.SUP_SEVERE_OPEN).get(0).severity()).isEqualTo(severity);
    }

    @Test
    void anAbsurdAmountIsTheGreatestThereIs() {
        assertThat(WholeUnits.hundredths(Long.MAX_VALUE, "JPY")).isPositive().isGreaterThan(Long.MAX_VALUE / 100);
    }

    private Event<?> contract(Money arr) {
        ContractRecord euros = (ContractRecord)
                acme.contract(Day.start(0), "c", Day.MONDAY, 1, 10, 1).data();
        ContractLine line = euros.lines().get(0);
        ContractLine priced =
                new ContractLine(line.lineId(), line.productId(), arr, line.seats(), line.startsOn(), line.endsOn());
        return acme.contract(Day.start(0), euros, List.of(priced));
    }
}
