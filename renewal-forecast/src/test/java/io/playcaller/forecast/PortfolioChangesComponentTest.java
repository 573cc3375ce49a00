package io.playcaller.forecast;

import static io.playcaller.forecast.StoredRows.count;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What changed after the portfolio was read is in it when it is read again. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "forecast"))
class PortfolioChangesComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Company company = new Company();
    private final String id = "c-" + UUID.randomUUID();
    private final String staff = "s-" + UUID.randomUUID();

    @AfterEach
    void close() {
        company.close();
    }

    @Test
    void anOwnerAnAmountASegmentAnEndAndWhatGoesOnFromItAreInTheFiguresOnceTheyAreTold() {
        assertThat(inForce("owner", staff)).isZero();
        company.signs(company.contract(id, 1, 1_000, null, null));
        company.isOwnedBy("csm", staff);
        await().atMost(LIMIT).until(() -> inForce("owner", staff) == 1_000_00);

        company.signs(company.contract(id, 2, 2_000, null, null));
        await().atMost(LIMIT).until(() -> inForce("owner", staff) == 2_000_00);

        long before = inForce("segment", "smb");
        company.scores(1, 80);
        await().atMost(LIMIT).until(() -> inForce("segment", "smb") == before + 2_000_00);

        ContractRecord closed = company.contract(id, 3, 2_000, null, company.today);
        company.signs(closed);
        await().atMost(LIMIT).until(() -> decided(staff, "lost") == 1);
        assertThat(inForce("owner", staff)).isEqualTo(2_000_00);

        company.signs(next(closed));
        await().atMost(LIMIT).until(() -> decided(staff, "renewed") == 1);
        assertThat(decided(staff, "lost")).isZero();
    }

    @Test
    void aContractOfAnAbsurdAmountKeepsNobodyFromTheFiguresByProduct() throws SQLException {
        String product = "p-" + UUID.randomUUID();
        company.signs(of(id, product, 1_000_00));
        company.signs(of(id + "-absurd", product, 5_000_000_000_000_000_000L));
        await().atMost(LIMIT)
                .until(() -> count("data_quality where code = 'amount-too-large' and contract_id = '" + id + "-absurd'")
                        == 1);

        await().atMost(LIMIT).until(() -> inForce("product", product) == 2 * 1_000_00);
    }

    /** Two lines of one product. */
    private ContractRecord of(String contractId, String product, long minor) {
        ContractRecord told = company.contract(contractId, 1, 1, null, null);
        List<ContractLine> lines = Stream.of("l1", "l2")
                .map(line ->
                        new ContractLine(line, product, new Money(minor, "EUR"), null, told.startsOn(), told.endsOn()))
                .toList();
        return new ContractRecord(
                contractId,
                told.accountId(),
                1,
                told.signedOn(),
                told.startsOn(),
                told.endsOn(),
                false,
                0,
                null,
                null,
                lines,
                List.of(),
                null);
    }

    /** What goes on from {@code contract} under another number. */
    private static ContractRecord next(ContractRecord contract) {
        LocalDate begins = contract.endsOn();
        LocalDate ends = begins.plusYears(1);
        ContractLine old = contract.lines().get(0);
        return new ContractRecord(
                contract.contractId() + "-next",
                contract.accountId(),
                1,
                contract.startsOn(),
                begins,
                ends,
                false,
                60,
                null,
                null,
                List.of(new ContractLine("l1", old.productId(), old.arr(), old.seats(), begins, ends)),
                List.of(),
                null);
    }

    private static long inForce(String by, String group) {
        return figures(1, by, group).stream()
                .mapToLong(item -> ((Number) item.get("arrInForce").get("minor")).longValue())
                .sum();
    }

    private static int decided(String owner, String word) {
        return figures(3, "owner", owner).stream()
                .mapToInt(item -> ((Number) item.get("decided").get(word)).intValue())
                .sum();
    }

    private static List<Map<String, Map<String, Object>>> figures(int quarters, String by, String group) {
        return given().header("Authorization", TestTokens.bearer("lead@playcaller.test", "lead"))
                .get("/v1/portfolio?quarters=%d&by=%s".formatted(quarters, by))
                .jsonPath()
                .getList("items.findAll { it.group == '%s' && it.currency == 'EUR' }".formatted(group));
    }
}
