package io.playcaller.ingest;

import static io.playcaller.ingest.Door.SOON;
import static io.playcaller.ingest.Letters.ops;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.playcaller.ingest.source.Environment;
import io.playcaller.ingest.source.KeyRequest;
import io.playcaller.ingest.source.Scope;
import io.playcaller.ingest.source.Source;
import io.playcaller.ingest.source.WriteKey;
import io.playcaller.ingest.source.app.Keys;
import io.playcaller.ingest.source.app.Sources;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Write keys from their first day to their last. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class KeysComponentTest {

    @Inject
    Keys keys;

    @Inject
    Sources sources;

    @Test
    void aKeyIsShownOnceAndOpensAtOnce() throws SQLException {
        JsonPath made = issue("{\"source\":\"web\",\"name\":\"web, production\",\"scopes\":[\"events\",\"register\"]}")
                .statusCode(201)
                .body("writeKey", startsWith("pck_"))
                .extract()
                .jsonPath();
        String key = made.getString("writeKey");

        opens(key);
        shown(made.getString("key.id"))
                .body("state", equalTo("active"))
                .body("name", equalTo("web, production"))
                .body("source", equalTo("web"))
                .body("scopes", equalTo(java.util.List.of("events", "register")))
                .body("createdBy", equalTo("olga"))
                .body("fingerprint", equalTo(new WriteKey(key).hash().substring(0, 12)))
                .body("lastUsedAt", notNullValue())
                .body("validUntil", nullValue());
        assertThat(ops().get("/v1/keys").asString()).doesNotContain(key);
        assertThat(Tables.value("select count(*) from source_key where source_key::text like ?", "%" + key + "%"))
                .isEqualTo("0");
    }

    @Test
    void whatCannotBeIssuedSaysWhy() {
        issue("{\"source\":\"nobody\",\"name\":\"n\"}")
                .statusCode(400)
                .body("type", equalTo("urn:playcaller:problem:source.unknown"))
                .body("field", equalTo("/source"))
                .body("actual", equalTo("nobody"));
        issue("{\"source\":\"web\"}").statusCode(400).body("field", equalTo("/name"));
        issue("{\"source\":\"web\",\"name\":\"n\",\"scopes\":[\"all\"]}")
                .statusCode(400)
                .body("field", equalTo("/scopes"));
        issue("{\"source\":\"web\",\"name\":\"n\",\"scope\":\"events\"}").statusCode(400);
    }

    @Test
    void bothKeysOpenUntilTheStatedTime() throws SQLException {
        JsonPath old =
                issue("{\"source\":\"web\",\"name\":\"rotated\"}").extract().jsonPath();
        JsonPath made = rotate(old.getString("key.id"), "{\"overlap\":\"PT2H\"}")
                .statusCode(201)
                .body("key.name", equalTo("rotated"))
                .body("key.source", equalTo("web"))
                .body("predecessor.id", equalTo(old.getString("key.id")))
                .body("predecessor.state", equalTo("ending"))
                .body("predecessor.validUntil", matchesPattern("\\d{4}-.*Z"))
                .extract()
                .jsonPath();
        opens(old.getString("writeKey"));
        opens(made.getString("writeKey"));
        rotate(old.getString("key.id"), "{}").statusCode(409).body("detail", containsString("rotate its successor"));

        Tables.run("update source_key set valid_until = valid_until - interval '2 hours' where key_id = '%s'"
                .formatted(old.getString("key.id")));
        await().atMost(SOON).until(() -> status(old.getString("writeKey")) == 401);
        shown(old.getString("key.id")).body("state", equalTo("ended"));
        opens(made.getString("writeKey"));
    }

    @Test
    void anOverlapIsADurationOfAtMostNinetyDays() {
        String id = issue("{\"source\":\"web\",\"name\":\"overlap\"}").extract().path("key.id");

        rotate(id, "{\"overlap\":\"P91D\"}").statusCode(400).body("expected", equalTo("from PT0S to P90D"));
        rotate(id, "{\"overlap\":\"a week\"}").statusCode(400).body("field", equalTo("/overlap"));
        rotate(id, "{\"overlap\":\"PT0S\"}").statusCode(201).body("predecessor.state", equalTo("ended"));
    }

    @Test
    void aRevokedKeyOpensNoMore() {
        JsonPath made =
                issue("{\"source\":\"web\",\"name\":\"revoked\"}").extract().jsonPath();
        String id = made.getString("key.id");
        opens(made.getString("writeKey"));

        String revokedAt = revoke(id)
                .statusCode(200)
                .body("key.state", equalTo("revoked"))
                .body("refusedEverywhereFrom", notNullValue())
                .extract()
                .path("key.revokedAt");
        assertThat(status(made.getString("writeKey"))).isEqualTo(401);
        Door.as(made.getString("writeKey"))
                .body(Door.track("key-1", "acme", "u1", "Login"))
                .post("/v1/track")
                .then()
                .statusCode(401);
        revoke(id).statusCode(200).body("key.revokedAt", equalTo(revokedAt));
        rotate(id, "{}").statusCode(409);
        revoke("0198c0de-0000-7000-8000-000000000000").statusCode(404);
        revoke("none").statusCode(404);
    }

    @Test
    void aKeyThatAnotherReplicaRevokedIsRefusedWithinTheTimeOfTheCache() throws SQLException {
        JsonPath made =
                issue("{\"source\":\"web\",\"name\":\"elsewhere\"}").extract().jsonPath();
        opens(made.getString("writeKey"));

        Tables.run("update source_key set revoked_at = clock_timestamp() where key_id = '%s'"
                .formatted(made.getString("key.id")));
        await().atMost(SOON).until(() -> status(made.getString("writeKey")) == 401);
    }

    @Test
    void aKeyOfTheConfigurationThatWasRevokedStaysRevoked() {
        WriteKey key = new WriteKey("configured-key");
        Source source = Source.declared("configured", Set.of(), Duration.ofHours(1), null);
        KeyRequest request = new KeyRequest("configured", "bootstrap", Environment.LIVE, Set.of(Scope.EVENTS), null);
        sources.save(source, key, request).await().atMost(SOON);
        revoke(ops().get("/v1/keys").path("items.find { it.source == 'configured' }.id"))
                .statusCode(200);

        sources.save(source, key, request).await().atMost(SOON);
        assertThat(keys.holderOf(key.hash()).await().atMost(SOON)).isEmpty();
        ops().get("/v1/keys").then().body("items.findAll { it.source == 'configured' }", hasSize(1));
    }

    @Test
    void itsUseIsNotedOnceAnHour() throws SQLException {
        JsonPath made =
                issue("{\"source\":\"web\",\"name\":\"used\"}").extract().jsonPath();
        String hash = new WriteKey(made.getString("writeKey")).hash();
        String lastUsed = "select last_used_at from source_key where key_hash = '" + hash + "'";
        Tables.run("update source_key set last_used_at = clock_timestamp() - interval '50 minutes' where key_hash = '"
                + hash + "'");
        String before = Tables.value(lastUsed);
        keys.holderOf(hash).await().atMost(SOON);
        assertThat(Tables.value(lastUsed)).isEqualTo(before);

        Tables.run("update source_key set last_used_at = clock_timestamp() - interval '70 minutes' where key_hash = '"
                + hash + "'");
        keys.holderOf(hash).await().atMost(SOON);
        assertThat(Tables.value("select last_used_at > clock_timestamp() - interval '30 minutes' from source_key"
                        + " where key_hash = '" + hash + "'"))
                .isEqualTo("t");
    }

    private static ValidatableResponse issue(String body) {
        return ops().body(body).post("/v1/keys").then();
    }

    private static ValidatableResponse rotate(String id, String body) {
        return ops().body(body).post("/v1/keys/" + id + "/rotate").then();
    }

    private static ValidatableResponse revoke(String id) {
        return ops().post("/v1/keys/" + id + "/revoke").then();
    }

    private static ValidatableResponse shown(String id) {
        return ops().get("/v1/keys").then().statusCode(200).rootPath("items.find { it.id == '" + id + "' }");
    }

    private static void opens(String key) {
        assertThat(status(key)).isEqualTo(204);
    }

    private static int status(String key) {
        return Door.as(key).post("/v1/heartbeat").statusCode();
    }
}
