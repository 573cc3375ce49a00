package io.playcaller.forecast;

import static io.playcaller.forecast.StoredRows.count;
import static io.playcaller.forecast.StoredRows.execute;
import static io.playcaller.forecast.StoredRows.migrate;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.Money;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.contracts.forecast.RenewalForecast;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTokens;
import io.playcaller.testkit.TestTopics;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "forecast"))
class RenewalForecastComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Company company = new Company();
    private final String id = "c-" + UUID.randomUUID();

    @AfterEach
    void close() {
        company.close();
    }

    @Test
    void aContractGetsAForecastWhoseDriversSumAndWhichIsOnKafka() {
        company.named("Acme, \"Inc.\"");
        company.signs(company.contract(id, 1, 12_000, null, null));

        JsonPath forecast = forecast(told -> "Acme, \"Inc.\"".equals(told.getString("accountName")));

        List<Integer> points = forecast.getList("forecast.drivers.points");
        assertThat(points.stream().mapToInt(Integer::intValue).sum()).isEqualTo(forecast.getInt("forecast.renews"));
        assertThat(forecast.getString("forecast.drivers[0].driver")).isEqualTo("base-rate");
        RenewalForecast onKafka = WireJson.read(
                company.topics()
                        .readUntilOne(Company.topic(Topic.RENEWAL_FORECASTS), LIMIT, record -> id.equals(record.key()))
                        .value(),
                RenewalForecast.class);
        assertThat(onKafka.renews()).isEqualTo(forecast.getInt("forecast.renews"));
        assertThat(onKafka.arr()).isEqualTo(new Money(12_000_00, "EUR"));
    }

    @Test
    void healthInvoicesAndSignalsMoveItAndClearingMovesItBack() {
        UUID episode = UUID.randomUUID();
        company.signs(company.contract(id, 1, 5_000, null, null));
        int plain = renews(any -> true);

        company.scores(1, 40);
        int unwell = renews(renews -> renews < plain);
        company.signals(episode, 1, SignalState.OPENED, Reason.REL_SPONSOR_LEFT, Severity.CRITICAL);
        int signalled = renews(renews -> renews < unwell);
        JsonPath atRisk = forecast(told -> told.getInt("forecast.renews") == signalled);
        company.owes("i-" + id, 1, 40, null);
        renews(renews -> renews < signalled);
        company.owes("i-" + id, 2, 40, company.today);
        company.signals(episode, 2, SignalState.CLEARED, Reason.REL_SPONSOR_LEFT, Severity.CRITICAL);
        company.scores(2, 90);

        assertThat(atRisk.getString("forecast.category")).isEqualTo("at-risk");
        assertThat(atRisk.getList("forecast.riskCodes", String.class)).contains("sponsorship");
        assertThat(renews(renews -> renews > plain - 100_000)).isPositive();
    }

    @Test
    void anOlderVersionChangesNothingAndTheSameForecastIsSaidOnce() {
        company.signs(company.contract(id, 7, 9_000, null, null));
        renews(any -> true);
        company.signs(company.contract(id, 6, 1_000, null, null));
        int partition = company.signs(company.contract(id, 7, 9_000, null, null));
        String later = id + "-";
        do {
            later += "later";
        } while (company.signs(company.contract(later, 1, 500, null, null)) != partition);
        String behind = "/v1/contracts/" + later + "/forecast";
        await().atMost(LIMIT).until(() -> ask(behind).statusCode() == 200);
        assertThat(forecast(any -> true).getLong("forecast.arr.minor")).isEqualTo(9_000_00);

        company.signs(company.contract(id, 8, 500, null, null));

        // What is said of one contract is in order; a record may come twice, and is the same one then.
        List<ConsumerRecord<String, byte[]>> said = company.topics()
                .readUntil(
                        Company.topic(Topic.RENEWAL_FORECASTS),
                        LIMIT,
                        records -> saidOfIt(records).contains(500_00L));

        assertThat(saidOfIt(said)).containsExactly(9_000_00L, 500_00L);
    }

    /** What this contract is worth in each forecast of it. */
    private List<Long> saidOfIt(List<ConsumerRecord<String, byte[]>> records) {
        Map<String, Long> byEvent = new LinkedHashMap<>();
        records.stream()
                .filter(record -> id.equals(record.key()))
                .forEach(record -> byEvent.put(
                        TestTopics.header(record, EventCodec.ID).orElseThrow(),
                        WireJson.read(record.value(), RenewalForecast.class)
                                .arr()
                                .minor()));
        return List.copyOf(byEvent.values());
    }

    @Test
    void aCancellationIsLostAndAClosedContractIsForecastNoMore() {
        company.signs(company.contract(id, 1, 3_000, company.today.minusDays(3), null));
        JsonPath lost = forecast(any -> true);
        company.signs(company.contract(id, 2, 3_000, company.today.minusDays(3), company.today));

        await().atMost(LIMIT)
                .until(() -> ask("/v1/contracts/" + id + "/forecast").statusCode() == 404);
        company.topics()
                .readUntilOne(
                        Company.topic(Topic.RENEWAL_FORECASTS),
                        LIMIT,
                        record -> id.equals(record.key()) && record.value() == null);
        assertThat(lost.getString("forecast.category")).isEqualTo("lost");
    }

    @Test
    void whatCannotBeReadOrCountedIsListedAndHarmsNothingElse() {
        ContractRecord negative = company.contract(id + "-negative", 1, new Money(-7_00, "EUR"), null, null);
        company.babbles(id + "-babble");
        company.babbles(id + "-bare", "{\"contractId\": \"%s-bare\", \"version\": 1}".formatted(id));
        company.signs(negative);
        company.signs(company.contract(id, 1, 2_000, null, null));

        forecast(any -> true);
        DeadLetter letter = WireJson.read(
                company.topics()
                        .readUntilOne(
                                Company.topic(Topic.DEAD_LETTERS),
                                LIMIT,
                                record -> TestTopics.text(record).contains(id + "-babble"))
                        .value(),
                DeadLetter.class);
        assertThat(letter.field()).isEqualTo("/lines/0/arr");
        assertThat(letter.expected()).isEqualTo("a value that is allowed here");
        assertThat(letter.actual()).contains("ZZZ");
        becomesKnown(id + "-babble", "unreadable refused");
        becomesKnown(id + "-bare", "unreadable refused");
        becomesKnown(id + "-negative", "amount-negative refused");
        assertThat(ask("/v1/data-quality.csv").asString().lines())
                .anyMatch(line -> line.startsWith(id + "-negative,") && line.contains(",amount-negative,refused,"));
        assertThat(ask("/v1/data-quality.csv?limit=1").header("Link"))
                .startsWith("</v1/data-quality.csv?limit=1&cursor=")
                .endsWith("; rel=\"next\"");

        company.signs(company.contract(id + "-babble", 2, 100, null, null));
        await().atMost(LIMIT).until(() -> !quality(id + "-babble").contains("unreadable refused"));
    }

    /** What is told of several contracts is taken in in any order. */
    private static void becomesKnown(String contractId, String problem) {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(quality(contractId)).containsExactly(problem));
    }

    @Test
    void ofAContractWhoseNewsCannotBeReadTheVersionBeforeStandsAndThatIsSaid() {
        company.signs(company.contract(id, 3, 2_000, null, null));
        forecast(any -> true);
        company.babbles(id);

        await().atMost(LIMIT).until(() -> quality(id).equals(List.of("unreadable counted")));
        assertThat(qualityDetail(id)).startsWith("version 3 stands: ");
        assertThat(forecast(any -> true).getLong("forecast.arr.minor")).isEqualTo(2_000_00);
    }

    @Test
    void whatCouldNotBeReadBeforeTheUpgradeSaysThatTheVersionBeforeStandsToo() throws Exception {
        company.signs(company.contract(id, 3, 2_000, null, null));
        forecast(any -> true);
        execute("""
                insert into data_quality (contract_id, code, treatment, detail, since)
                values ('%1$s', 'unreadable', 'refused', 'no JSON', playcaller_now()),
                    ('%1$s-none', 'unreadable', 'refused', 'no JSON', playcaller_now())""".formatted(id));

        migrate("V1_24__said_as_it_is_now.sql");

        assertThat(quality(id)).containsExactly("unreadable counted");
        assertThat(qualityDetail(id)).isEqualTo("version 3 stands: no JSON");
        assertThat(quality(id + "-none")).containsExactly("unreadable refused");
    }

    @Test
    void theListThePortfolioAndTheCsvNameTheContract() {
        company.named("=SUM(A1)");
        company.signs(company.contract(id, 1, new Money(10_000_00, "CHF"), null, null));
        forecast(told -> "=SUM(A1)".equals(told.getString("accountName")));

        assertThat(ask("/v1/contracts?limit=500").jsonPath().getList("items.contractId"))
                .contains(id);
        assertThat(ask("/v1/contracts.csv").asString()).contains(id).contains(",'=SUM(A1),");
        // Who asks while the portfolio is read for somebody else gets that answer.
        JsonPath portfolio = await().atMost(LIMIT)
                .until(
                        () -> ask("/v1/portfolio?quarters=3").jsonPath(),
                        told -> told.getList("items.findAll { it.currency == 'CHF' && it.renewalsDue > 0 }")
                                        .size()
                                == 1);
        assertThat(portfolio.getString("definitions.grain")).isEqualTo("contract");
        String retention =
                "/v1/retention?from=%s&until=%s".formatted(company.today.minusDays(30), company.today.plusDays(1));
        assertThat(ask(retention).jsonPath().getDouble("bridges.find { it.currency == 'CHF' }.grr"))
                .isEqualTo(1.0);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() throws Exception {
        for (int i = 0; i < 5; i++) {
            company.signs(company.contract(id + "-" + i, 1, 100 + i, null, null));
        }
        await().atMost(LIMIT).until(() -> count("forecast where contract_id like '" + id + "-%'") == 5);

        List<String> whole = ask("/v1/contracts?limit=500").jsonPath().getList("items.contractId");
        List<String> paged = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = ask("/v1/contracts?limit=2" + (cursor == null ? "" : "&cursor=" + cursor))
                    .jsonPath();
            paged.addAll(page.getList("items.contractId"));
            cursor = page.getString("next");
        } while (cursor != null);

        assertThat(paged).doesNotHaveDuplicates().containsAll(whole);
        assertThat(csvInPartsOf(2)).isEqualTo(csvInPartsOf(100_000));
    }

    private static List<String> csvInPartsOf(int limit) {
        List<String> lines = new ArrayList<>();
        String next = "/v1/contracts.csv?limit=" + limit;
        while (next != null) {
            Response part = ask(next);
            part.asString().lines().skip(1).forEach(lines::add);
            String link = part.header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        return lines;
    }

    @Test
    void wrongQuestionsAreRefusedWithTheField() {
        assertThat(ask("/v1/contracts?category=hopeful").jsonPath().getString("field"))
                .isEqualTo("category");
        assertThat(ask("/v1/contracts?cursor=%21").jsonPath().getString("field"))
                .isEqualTo("cursor");
        assertThat(ask("/v1/retention?from=2026-02-01&until=2026-01-01")
                        .jsonPath()
                        .getString("field"))
                .isEqualTo("until");
        assertThat(ask("/v1/contracts/none/forecast").statusCode()).isEqualTo(404);
    }

    private JsonPath forecast(Predicate<JsonPath> condition) {
        return await().atMost(LIMIT)
                .until(
                        () -> ask("/v1/contracts/" + id + "/forecast"),
                        it -> it.statusCode() == 200 && condition.test(it.jsonPath()))
                .jsonPath();
    }

    private int renews(Predicate<Integer> condition) {
        return forecast(told -> condition.test(told.getInt("forecast.renews"))).getInt("forecast.renews");
    }

    private static List<String> quality(String contractId) {
        return ask("/v1/data-quality?limit=500").jsonPath().<Map<String, Object>>getList("items").stream()
                .filter(item -> contractId.equals(item.get("contractId")))
                .map(item -> item.get("code") + " " + item.get("treatment"))
                .toList();
    }

    private static String qualityDetail(String contractId) {
        return ask("/v1/data-quality?limit=500")
                .jsonPath()
                .getString("items.find { it.contractId == '%s' }.detail".formatted(contractId));
    }

    private static Response ask(String path) {
        return given().header("Authorization", TestTokens.bearer("lead@playcaller.test", "lead"))
                .urlEncodingEnabled(false)
                .get(path);
    }
}
