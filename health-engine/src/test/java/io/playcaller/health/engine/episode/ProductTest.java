package io.playcaller.health.engine.episode;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.Story;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A signal names a product only where there is no doubt which. */
class ProductTest {

    private static final LocalDate LAST_YEAR = Day.MONDAY.minusDays(400);

    private final FactsOf acme = FactsOf.account("acme");
    private final Story story = new Story(new HealthEngine(Models.oneCard()), "acme").tick(Day.start(0));

    @Test
    void whoHasContractsForOneProductIsAboutThatProduct() {
        story.fact(contract("c-1", Day.MONDAY));

        assertThat(detractor().productId()).isEqualTo("product-1");
    }

    @Test
    void withoutAContractTheFactsSayWhich() {
        story.fact(FactsOf.about("suite", acme.used(Day.at(0, 8), "p1")));

        assertThat(detractor().productId()).isEqualTo("suite");
    }

    @Test
    void whoHasContractsForTwoProductsIsAboutNone() {
        story.fact(contract("c-1", Day.MONDAY)).fact(of("product-2", contract("c-2", Day.MONDAY)));

        assertThat(detractor().productId()).isNull();
    }

    @Test
    void aFactAboutAnotherProductThanTheContractsLeavesItOpen() {
        story.fact(contract("c-1", Day.MONDAY)).fact(FactsOf.about("suite", acme.used(Day.at(0, 8), "p1")));

        assertThat(detractor().productId()).isNull();
    }

    @Test
    void aContractThatRanOutDoesNotCount() {
        story.fact(of("product-2", contract("c-0", LAST_YEAR))).fact(contract("c-1", Day.MONDAY));

        assertThat(detractor().productId()).isEqualTo("product-1");
    }

    @Test
    void nothingThatNamesAProductNamesNone() {
        assertThat(detractor().productId()).isNull();
    }

    private Event<?> contract(String id, LocalDate startsOn) {
        return acme.contract(Day.start(0), id, startsOn, 3_000_000, 10, 1);
    }

    private static Event<?> of(String product, Event<?> contract) {
        ContractRecord record = (ContractRecord) contract.data();
        ContractLine line = record.lines().get(0);
        ContractLine other =
                new ContractLine(line.lineId(), product, line.arr(), line.seats(), line.startsOn(), line.endsOn());
        return Event.of(
                contract.envelope(),
                new ContractRecord(
                        record.contractId(),
                        record.accountId(),
                        record.version(),
                        record.signedOn(),
                        record.startsOn(),
                        record.endsOn(),
                        record.autoRenew(),
                        record.noticeDays(),
                        record.noticeReceivedOn(),
                        record.closedOn(),
                        List.of(other),
                        record.movements(),
                        null));
    }

    private SignalChanged detractor() {
        return story.fact(acme.nps(Day.at(0, 9), 3))
                .signals(Reason.SEN_NPS_DETRACTOR)
                .get(0);
    }
}
