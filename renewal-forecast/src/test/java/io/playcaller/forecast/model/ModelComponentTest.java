package io.playcaller.forecast.model;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.ServiceDay;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A company in which hardly anybody renews, which is other than the prior thinks. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "forecast"))
class ModelComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Learning takes the processor for some seconds, and longer beside others who want it. */
    private static final Duration TO_LEARN = Duration.ofMinutes(5);

    private static final int CLOSED = 900;
    private static final String OPEN = "model-open";

    private final LocalDate today = ServiceDay.today();

    @AfterEach
    void asItWas() throws SQLException {
        execute("delete from contract where account_id like 'model-%'");
        execute("delete from forecast where account_id like 'model-%'");
        execute("delete from model_choice");
        execute("update model_turn set learnt_at = clock_timestamp()");
        await().atMost(LIMIT).until(() -> inForce().equals("prior-2"));
    }

    @Test
    void aBetterModelIsLearntPutInForceAndTakenBackByHand() throws SQLException {
        execute("delete from model_trial");
        // What tests before this one left behind would be learnt from, too.
        execute("delete from contract");
        sign(closedContracts());
        sign(List.of(contract(OPEN, OPEN, today.minusDays(300), today.plusDays(65), null)));
        execute("update model_turn set learnt_at = '0001-01-01'");

        await().atMost(TO_LEARN).until(() -> inForce().startsWith("fit-"));
        String version = inForce();
        await().atMost(LIMIT).until(() -> version.equals(modelOfOpenContract()));

        JsonPath card = ask("/v1/models/" + version).jsonPath();
        assertThat(card.getString("replaces")).isEqualTo("prior-2");
        assertThat(card.getInt("data.endings")).isEqualTo(CLOSED);
        assertThat(card.getDouble("renewal.logLoss")).isLessThan(card.getDouble("renewalOfReplaced.logLoss"));
        assertThat(ask("/v1/models").jsonPath().getString("attempts[0].made")).isEqualTo(version);

        Response back = choose(Map.of("version", "prior-2", "reason", "the board wants last year's"));
        assertThat(back.statusCode()).isEqualTo(200);
        await().atMost(LIMIT).until(() -> "prior-2".equals(modelOfOpenContract()));
        JsonPath list = ask("/v1/models").jsonPath();
        assertThat(list.getString("inForce")).isEqualTo("prior-2");
        assertThat(list.getString("choices[0].author")).isEqualTo("lead@playcaller.test");
        assertThat(list.getString("choices[0].reason")).isEqualTo("the board wants last year's");
        assertThat(list.getString("choices[1].author")).isEqualTo("renewal-forecast");
    }

    @Test
    void wrongChoicesAreRefusedWithTheField() {
        Response nothing = choose(Map.of());
        Response unknown = choose(Map.of("version", "fit-of-nobody", "reason", "why not"));

        assertThat(nothing.statusCode()).isEqualTo(400);
        assertThat(nothing.jsonPath().getList("errors.field", String.class)).containsExactly("version", "reason");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.jsonPath().getString("field")).isEqualTo("version");
        assertThat(ask("/v1/models/fit-of-nobody").statusCode()).isEqualTo(404);
    }

    /** Four of five were let go, over three years. */
    private List<ContractRecord> closedContracts() {
        List<ContractRecord> closed = new ArrayList<>();
        for (int i = 0; i < CLOSED; i++) {
            LocalDate end = today.minusDays(40 + i);
            closed.add(contract("model-" + i, "model-" + i, end.minusYears(1), end, end));
            if (i % 5 == 0) {
                closed.add(contract("model-" + i + "-next", "model-" + i, end, end.plusYears(5), null));
            }
        }
        return closed;
    }

    private static ContractRecord contract(
            String id, String account, LocalDate startsOn, LocalDate endsOn, @Nullable LocalDate closedOn) {
        Money arr = new Money(100_000, "EUR");
        return new ContractRecord(
                id,
                account,
                1,
                startsOn,
                startsOn,
                endsOn,
                false,
                0,
                null,
                closedOn,
                List.of(new ContractLine("l1", "core", arr, null, startsOn, endsOn)),
                List.of(),
                null);
    }

    private static void sign(List<ContractRecord> contracts) throws SQLException {
        try (Connection connection =
                        PlaycallerStack.shared().dataSource("forecast").getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into contract values (?, ?, 1, ?, ?)")) {
            for (ContractRecord contract : contracts) {
                insert.setString(1, contract.contractId());
                insert.setString(2, contract.accountId());
                insert.setBoolean(3, contract.closedOn() == null);
                insert.setString(4, new String(WireJson.write(contract), StandardCharsets.UTF_8));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static String inForce() {
        return ask("/v1/models").jsonPath().getString("inForce");
    }

    private static String modelOfOpenContract() {
        Response forecast = ask("/v1/contracts/" + OPEN + "/forecast");
        return forecast.statusCode() == 200 ? forecast.jsonPath().getString("forecast.modelVersion") : "none";
    }

    private static Response choose(Map<String, String> body) {
        return given().header("Authorization", TestTokens.bearer("lead@playcaller.test", "lead"))
                .contentType(ContentType.JSON)
                .body(body)
                .put("/v1/models/in-force");
    }

    private static Response ask(String path) {
        return given().header("Authorization", TestTokens.bearer("lead@playcaller.test", "lead"))
                .get(path);
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection =
                        PlaycallerStack.shared().dataSource("forecast").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
