package io.playcaller.forecast;

import static io.playcaller.forecast.StoredRows.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.capacity.CapacityKnown;
import io.playcaller.forecast.capacity.CapacityKnown.Customer;
import io.playcaller.forecast.capacity.app.CapacityFacts;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whose customers there are to look after. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "forecast"))
class CapacityComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Inject
    CapacityFacts facts;

    private final Company decided = new Company();
    private final Company ahead = new Company();
    private final Company over = new Company();
    private final String id = "c-" + UUID.randomUUID();

    @AfterEach
    void close() {
        decided.close();
        ahead.close();
        over.close();
    }

    @Test
    void aBookHasWhoHasAContractToday() throws Exception {
        LocalDate today = decided.today;
        decided.signs(contract(decided, "decided", today.minusYears(1), today.plusDays(30), true));
        ahead.signs(contract(ahead, "ahead", today.plusDays(1), today.plusYears(1), false));
        over.signs(contract(over, "over", today.minusYears(1), today, true));
        await().atMost(LIMIT).until(() -> count("contract where contract_id like '" + id + "%'") == 3);

        List<String> customers = facts.known(90, 1).await().atMost(LIMIT).customers().stream()
                .map(Customer::accountId)
                .toList();

        assertThat(customers).contains(decided.account).doesNotContain(ahead.account, over.account);
    }

    @Test
    void accountsThatAreMergedAreOneCustomerOfABook() throws Exception {
        LocalDate today = decided.today;
        decided.signs(contract(decided, "one", today.minusDays(400), today.plusDays(30), false));
        ahead.signs(contract(ahead, "other", today.minusDays(20), today.plusDays(43), false));
        ahead.mergedInto(decided);
        await().atMost(LIMIT)
                .until(() -> count("forecast where open and contract_id like '" + id + "%'") == 2
                        && count("account where merged_into = '" + decided.account + "'") == 1);

        CapacityKnown known = facts.known(90, 1).await().atMost(LIMIT);

        assertThat(known.customers())
                .extracting(Customer::accountId)
                .contains(decided.account)
                .doesNotContain(ahead.account);
        double leaves = known.renewals().stream()
                .filter(due -> due.on().equals(today.plusDays(43)))
                .mapToDouble(CapacityKnown.Due::leaves)
                .sum();
        assertThat(leaves)
                .as("of one of two contracts at most half a customer leaves")
                .isBetween(0.0, 0.5);
    }

    private ContractRecord contract(
            Company company, String name, LocalDate startsOn, LocalDate endsOn, boolean closed) {
        ContractLine line = new ContractLine("l1", "core", new Money(4_000_00, "EUR"), null, startsOn, endsOn);
        return new ContractRecord(
                id + name,
                company.account,
                1,
                startsOn,
                startsOn,
                endsOn,
                false,
                60,
                null,
                closed ? company.today.minusDays(5) : null,
                List.of(line),
                List.of(),
                null);
    }
}
