package io.playcaller.ingest;

import static io.playcaller.ingest.Door.SOON;
import static io.playcaller.ingest.Door.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.playcaller.contracts.Topic;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.fact.ContactChanged;
import io.playcaller.contracts.fact.ContactRole;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.contracts.register.PersonRecord;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class RegisterComponentTest {

    @Test
    void anAccountGoesToTheRegisterAndToItsLog() {
        crm().body("{\"name\":\"Initech\",\"zone\":\"Europe/Berlin\"}")
                .put("/v1/accounts/initech")
                .then()
                .statusCode(200)
                .body("accountId", equalTo("initech"))
                .body("version", equalTo(1));
        crm().body("{\"zone\":\"Europe/Berlin\",\"name\":\"Initech\"}")
                .put("/v1/accounts/initech")
                .then()
                .body("version", equalTo(1));
        crm().body("{\"name\":\"Initech GmbH\",\"zone\":\"Europe/Berlin\"}")
                .put("/v1/accounts/initech")
                .then()
                .body("version", equalTo(2));

        await().atMost(SOON).untilAsserted(() -> {
            var whole = keyed(Topic.ACCOUNT_REGISTER, "account/initech");
            assertThat(whole).extracting(record -> header(record, "ce_rev")).containsExactly("1", "2");
            assertThat(WireJson.read(whole.get(1).value(), AccountRecord.class).name())
                    .isEqualTo("Initech GmbH");
            assertThat(keyed(Topic.CUSTOMER_EVENTS, "initech"))
                    .hasSize(2)
                    .allSatisfy(fact ->
                            assertThat(header(fact, "ce_type")).isEqualTo("io.playcaller.register.account-changed.v1"));
        });
        viewer().get("/v1/accounts/initech").then().statusCode(200).body("name", equalTo("Initech GmbH"));
        viewer().get("/v1/accounts/nobody").then().statusCode(404);
    }

    @Test
    void writersWhoComeAtOnceComeOneAfterTheOther() {
        List<CompletableFuture<Integer>> puts = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> crm().body("{\"name\":\"Umbrella %d\"}".formatted(i))
                        .put("/v1/accounts/umbrella")
                        .then()
                        .statusCode(200)
                        .extract()
                        .<Integer>path("version")))
                .toList();

        assertThat(puts.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(keyed(Topic.ACCOUNT_REGISTER, "account/umbrella"))
                        .extracting(record -> header(record, "ce_rev"))
                        .containsExactly("1", "2", "3", "4", "5", "6"));
    }

    @Test
    void aWriterWhoSawAnOldVersionIsTold() {
        crm().body("{\"name\":\"Hooli\"}")
                .header("If-Match", "0")
                .put("/v1/accounts/hooli")
                .then()
                .statusCode(200);

        crm().body("{\"name\":\"Hooli XYZ\"}")
                .header("If-Match", "\"7\"")
                .put("/v1/accounts/hooli")
                .then()
                .statusCode(412)
                .body("type", equalTo("urn:playcaller:problem:version.outdated"));

        assertThat(Letters.onTheTopic("Hooli XYZ")).isEmpty();
        assertThat(Door.refused("version.outdated")).isZero();
        viewer().get("/v1/accounts/hooli").then().body("version", equalTo(1)).body("name", equalTo("Hooli"));
    }

    @Test
    void aRecordBelowTheLimitIsStoredAndOneAboveItIsRefused() {
        crm().body(contractOf(3_000)).put("/v1/contracts/c-large").then().statusCode(200);
        crm().body(contractOf(5_000))
                .put("/v1/contracts/c-larger")
                .then()
                .statusCode(413)
                .body("type", equalTo("urn:playcaller:problem:body.too-large"));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(keyed(Topic.ACCOUNT_REGISTER, "contract/c-large"))
                        .hasSize(1));
    }

    private static String contractOf(int lines) {
        return IntStream.range(0, lines)
                .mapToObj("""
                        {"lineId":"l%d","productId":"core","arr":{"minor":1,"currency":"EUR"},
                         "startsOn":"2026-02-01","endsOn":"2027-02-01"}"""::formatted)
                .collect(Collectors.joining(
                        ",",
                        "{\"accountId\":\"acme\",\"signedOn\":\"2026-01-01\",\"startsOn\":\"2026-02-01\","
                                + "\"endsOn\":\"2027-01-31\",\"noticeDays\":30,\"lines\":[",
                        "]}"));
    }

    @Test
    void everyFaultOfAContractIsNamed() {
        crm().body("""
                        {"accountId":"acme","signedOn":"2026-01-01","startsOn":"2026-02-01","endsOn":"2026-01-31","noticeDays":-1,
                         "lines":[{"lineId":"l1","productId":"core","arr":{"minor":-5,"currency":"EUR"},
                                   "startsOn":"2026-02-01","endsOn":"2027-02-01"}]}""")
                .put("/v1/contracts/c1")
                .then()
                .statusCode(400)
                .body("field", equalTo("/endsOn"))
                .body("errors", hasSize(3))
                .body("errors[1].field", equalTo("/noticeDays"))
                .body("errors[2].field", equalTo("/lines/0/arr/minor"));
        crm().body(
                        "{\"accountId\":\"acme\",\"amount\":{\"minor\":1,\"currency\":\"EURO\"},\"issuedOn\":\"2026-01-01\",\"dueOn\":\"2026-01-15\"}")
                .put("/v1/invoices/i1")
                .then()
                .statusCode(400)
                .body("field", equalTo("/amount/currency"));
        crm().body("{\"name\":\"x\",\"zoen\":\"Europe/Berlin\"}")
                .put("/v1/accounts/acme")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:playcaller:problem:field.unknown"))
                .body("actual", equalTo("zoen"));
        crm().body("{").put("/v1/accounts/acme").then().statusCode(400);
    }

    @Test
    void whatIsKnownBeyondTheContractGoesToTheRegisterAndToTheLog() {
        crm().body("""
                        {"accountId":"reg-success","stage":"open","arr":{"minor":500000,"currency":"EUR"},
                         "openedOn":"2026-01-10"}""").put("/v1/opportunities/reg-op").then().statusCode(200).body("version", equalTo(1));
        crm().body("{\"accountId\":\"reg-success\",\"reviewedOn\":\"2026-03-01\",\"reason\":\"usage.drop\"}")
                .put("/v1/contracts/reg-lost/loss-review")
                .then()
                .statusCode(200)
                .body("avoidable", equalTo(true));
        crm().body("{\"accountId\":\"reg-success\",\"reviewedOn\":\"2026-02-01\",\"reason\":\"usage.drop\","
                        + "\"corrects\":\"2026-03-01\"}")
                .put("/v1/contracts/reg-lost/loss-review")
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("corrects", equalTo("2026-03-01"));
        crm().body("{\"references\":[{\"kind\":\"quote\",\"from\":\"2026-01-01\"}]}")
                .put("/v1/accounts/reg-success/references")
                .then()
                .statusCode(200);
        Door.as("crm-key")
                .contentType("text/csv")
                .body("accountId,references/0/kind,references/0/from\nreg-success,quote,2026-01-01\n"
                        .getBytes(StandardCharsets.UTF_8))
                .post("/v1/bulk/references")
                .then()
                .body("unchanged", equalTo(1));

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(keyed(Topic.ACCOUNT_REGISTER, "opportunity/reg-op")).hasSize(1);
            assertThat(keyed(Topic.ACCOUNT_REGISTER, "loss-review/reg-lost")).hasSize(2);
            assertThat(keyed(Topic.ACCOUNT_REGISTER, "references/reg-success")).hasSize(1);
            assertThat(keyed(Topic.CUSTOMER_EVENTS, "reg-success")).hasSize(4);
        });
    }

    @Test
    void aContractStaysWithItsAccount() {
        String body =
                "{\"accountId\":\"%s\",\"signedOn\":\"2026-01-01\",\"startsOn\":\"2026-02-01\",\"endsOn\":\"2027-02-01\"}";
        crm().body(body.formatted("acme"))
                .put("/v1/contracts/c2")
                .then()
                .statusCode(200)
                .body("version", equalTo(1));

        crm().body(body.formatted("reg-other")).put("/v1/contracts/c2").then().statusCode(409);

        Letters.get(Letters.kept("reg-other")).body("letter.reason", equalTo("account.fixed"));
    }

    @Test
    void aPersonHasANameOnPeopleOnly() {
        String personId = crm().body(
                        "{\"accountId\":\"acme\",\"name\":\"Mary Jackson\",\"email\":\"mary@nasa.example\",\"role\":\"champion\"}")
                .put("/v1/people/mary-7")
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .extract()
                .path("personId");

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(keyed(Topic.PEOPLE, personId))
                    .singleElement()
                    .satisfies(record -> assertThat(WireJson.read(record.value(), PersonRecord.class)
                                    .name())
                            .isEqualTo("Mary Jackson"));
            assertThat(contacts(personId))
                    .containsExactly(new ContactChanged("acme", personId, ContactRole.CHAMPION, true, 1));
        });

        crm().body("{\"accountId\":\"globex\",\"name\":\"Mary Jackson\",\"role\":\"sponsor\"}")
                .put("/v1/people/mary-7")
                .then()
                .body("version", equalTo(2));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(contacts(personId))
                        .contains(
                                new ContactChanged("acme", personId, ContactRole.CHAMPION, false, 2),
                                new ContactChanged("globex", personId, ContactRole.SPONSOR, true, 2)));

        crm().delete("/v1/people/mary-7").then().statusCode(200);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(keyed(Topic.PEOPLE, personId))
                        .last()
                        .satisfies(record -> assertThat(record.value()).isNull()));
        viewer().get("/v1/people/mary-7").then().statusCode(404);
        assertThat(text(Door.all(Topic.CUSTOMER_EVENTS)))
                .doesNotContain("Mary")
                .doesNotContain("mary@nasa.example")
                .doesNotContain("mary-7");
    }

    @Test
    void nobodyIsWrittenToBeforeSomebodySaidSoAndASyncTakesNothingBack() {
        crm().body("{\"accountId\":\"acme\",\"email\":\"kate@nasa.example\"}")
                .put("/v1/people/kate-7")
                .then()
                .body("mayContact", equalTo(false));
        crm().body("{\"accountId\":\"acme\",\"email\":\"kate@nasa.example\",\"mayContact\":true}")
                .put("/v1/people/kate-7")
                .then()
                .body("mayContact", equalTo(true))
                .body("version", equalTo(2));
        crm().body("{\"accountId\":\"acme\",\"email\":\"kate@nasa.example\"}")
                .put("/v1/people/kate-7")
                .then()
                .body("mayContact", equalTo(true))
                .body("version", equalTo(2));
        crm().body("{\"accountId\":\"acme\",\"email\":\"kate@nasa.example\",\"mayContact\":\"yes\"}")
                .put("/v1/people/kate-7")
                .then()
                .statusCode(400);
    }

    private static RequestSpecification crm() {
        return Door.as("crm-key");
    }

    private static RequestSpecification viewer() {
        return RestAssured.given().header("Authorization", TestTokens.bearer("ann", "csm"));
    }

    private static List<ConsumerRecord<String, byte[]>> keyed(Topic topic, String key) {
        return Door.all(topic).stream()
                .filter(record -> key.equals(record.key()))
                .toList();
    }

    private static List<ContactChanged> contacts(String personId) {
        return Door.all(Topic.CUSTOMER_EVENTS).stream()
                .filter(record -> header(record, "ce_type").equals("io.playcaller.register.contact-changed.v1"))
                .map(record -> WireJson.read(record.value(), ContactChanged.class))
                .filter(contact -> contact.personId().equals(personId))
                .toList();
    }

    private static String text(List<ConsumerRecord<String, byte[]>> records) {
        StringBuilder text = new StringBuilder();
        records.forEach(record -> {
            text.append(record.key()).append(' ').append(new String(record.value(), StandardCharsets.UTF_8));
            record.headers()
                    .forEach(header -> text.append(' ').append(new String(header.value(), StandardCharsets.UTF_8)));
        });
        return text.toString();
    }
}
