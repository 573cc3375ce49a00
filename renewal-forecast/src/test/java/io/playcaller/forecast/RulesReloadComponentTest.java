package io.playcaller.forecast;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playcaller.contracts.Topic;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A renewal in 100 days, decided in 40, and a process that changes meanwhile. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "forecast"))
@WithTestResource(RulesSettings.class)
class RulesReloadComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Company company = new Company();
    private final String id = "r-" + UUID.randomUUID();
    private final Path renewals = ConfigProvider.getConfig()
            .getValue("playcaller.forecast.config-dir", Path.class)
            .resolve("renewals.yaml");
    private String before;

    @BeforeEach
    void open() throws IOException {
        before = Files.readString(renewals);
    }

    @AfterEach
    void restore() throws IOException {
        write(before);
        company.close();
    }

    @Test
    void aBrokenFileIsRefusedAndAGoodOneHoldsForEveryRenewalUnderItsVersion() throws IOException {
        company.scores(1, 80);
        company.signs(company.contract(id, 1, 12_000, null, null));
        assertThat(due(SignalState.OPENED)).isNotNull();
        String first = process();
        assertThat(inForce().header("Version")).isEqualTo(first);

        write(before.replace("due-before: 180d", "due-before: soon"));

        await("what holds is good")
                .atMost(LIMIT)
                .until(
                        RulesReloadComponentTest::ready,
                        answer ->
                                answer.statusCode() == 200 && answer.asString().contains("\"refused\""));
        assertThat(inForce().header("Version")).isEqualTo(first);

        write(before.replace("due-before: 180d", "due-before: 20d"));

        assertThat(due(SignalState.CLEARED)).isNotNull();
        String second = inForce().header("Version");
        assertThat(second).isNotEqualTo(first);
        assertThat(process()).isEqualTo(second);
        assertThat(ask("/v1/renewal-process?version=" + first).asString()).isEqualTo(before);
        assertThat(ask("/v1/renewal-process?version=none").statusCode()).isEqualTo(404);
        assertThat(ready().asString()).doesNotContain("\"refused\"");
    }

    /** In one step: nobody reads a half of it. */
    private void write(String text) throws IOException {
        Path next = Files.writeString(Files.createTempFile("renewals", ".yaml"), text);
        Files.move(next, renewals, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The version of the process by which the renewal stands as it does. */
    private String process() {
        JsonPath list = await().atMost(LIMIT)
                .until(
                        () -> ask("/v1/renewals?account=" + company.account).jsonPath(),
                        path -> path.getList("items").size() == 1);
        return list.getString("items[0].line.process");
    }

    private SignalChanged due(SignalState state) {
        byte[] value = company.topics()
                .readUntilOne(Company.topic(Topic.SIGNALS), LIMIT, record -> {
                    if (!company.account.equals(record.key())) {
                        return false;
                    }
                    SignalChanged said = WireJson.read(record.value(), SignalChanged.class);
                    return said.reason() == Reason.FC_RENEWAL_DUE && said.state() == state;
                })
                .value();
        return WireJson.read(value, SignalChanged.class);
    }

    private static Response ready() {
        return given().get("/q/health/ready");
    }

    private static Response inForce() {
        return ask("/v1/renewal-process");
    }

    private static Response ask(String path) {
        return given().header("Authorization", TestTokens.bearer("viewer", "viewer"))
                .urlEncodingEnabled(false)
                .get(path);
    }
}
