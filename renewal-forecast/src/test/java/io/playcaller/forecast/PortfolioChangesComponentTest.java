package io.playcaller.forecast;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
    void anOwnerAnAmountASegmentAndAnEndAreInTheFiguresOnceTheyAreTold() {
        assertThat(inForce("owner", staff)).isZero();
        company.signs(company.contract(id, 1, 1_000, null, null));
        company.isOwnedBy("csm", staff);
        await().atMost(LIMIT).until(() -> inForce("owner", staff) == 1_000_00);

        company.signs(company.contract(id, 2, 2_000, null, null));
        await().atMost(LIMIT).until(() -> inForce("owner", staff) == 2_000_00);

        long before = inForce("segment", "smb");
        company.scores(1, 80);
        await().atMost(LIMIT).until(() -> inForce("segment", "smb") == before + 2_000_00);

        company.signs(company.contract(id, 3, 2_000, null, company.today));
        await().atMost(LIMIT).until(() -> inForce("owner", staff) == 0);
    }

    private static long inForce(String by, String group) {
        List<Map<String, Map<String, Number>>> items = given().header(
                        "Authorization", TestTokens.bearer("lead@playcaller.test", "lead"))
                .get("/v1/portfolio?quarters=1&by=" + by)
                .jsonPath()
                .getList("items.findAll { it.group == '%s' && it.currency == 'EUR' }".formatted(group));
        return items.stream()
                .mapToLong(item -> item.get("arrInForce").get("minor").longValue())
                .sum();
    }
}
