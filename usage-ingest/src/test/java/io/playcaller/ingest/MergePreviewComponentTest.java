package io.playcaller.ingest;

import static io.playcaller.ingest.Identities.claim;
import static io.playcaller.ingest.Identities.merge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a merge of accounts would do. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class MergePreviewComponentTest {

    @Test
    void aPreviewSaysWhatWouldBecomeOfWhatAndMergesNothing() throws SQLException {
        Stream.of("mp-0", "mp-a", "mp-b", "mp-c").forEach(Identities::account);
        merge("mp-0", "mp-a").statusCode(200);
        merge("mp-b", "mp-c").statusCode(200);
        Held.join("mp-eve", "mp-a");
        Held.join("mp-eve", "mp-b");
        Held.join("mp-fay", "mp-a");
        claim("mp-a.example", "mp-a", "").statusCode(200);
        put("/v1/contracts/mp-contract", """
                {"accountId":"mp-a","signedOn":"2026-01-01","startsOn":"2026-01-01","endsOn":"2099-01-01","lines":[
                  {"lineId":"l","productId":"core","arr":{"minor":4800,"currency":"EUR"},"startsOn":"2026-01-01",
                   "endsOn":"2099-01-01"}]}""");
        String written = outbox();

        preview("mp-a", "mp-b")
                .statusCode(200)
                .body("preview", equalTo(true))
                .body("leadsTo", equalTo("mp-c"))
                .body("unchanged", equalTo(false))
                .body("effects.find { it.what == 'events' }.becomes", equalTo("moves"))
                .body("effects.find { it.what == 'merged accounts' }.named", equalTo(List.of("mp-0")))
                .body("effects.find { it.what == 'people' }.count", equalTo(2))
                .body("effects.find { it.what == 'people' }.why", containsString("the 1 who are there now; 1 are of"))
                .body("effects.find { it.what == 'domains' }.named", equalTo(List.of("mp-a.example")))
                .body("effects.find { it.what == 'contracts' }.becomes", equalTo("stays"))
                .body("effects.find { it.what == 'contracts' }.arr[0].minor", equalTo(4800));
        preview("mp-c", "mp-b").statusCode(409).body("type", equalTo("urn:playcaller:problem:account.merged"));
        preview("mp-b", "mp-a").statusCode(409).body("expected", containsString("mp-c, into which it is merged"));
        preview("mp-a", "mp-nobody").statusCode(404);
        preview("mp-0", "mp-a").statusCode(200).body("unchanged", equalTo(true)).body("effects", hasSize(0));
        Door.as("crm-key")
                .body("{\"into\":\"mp-b\",\"reason\":\"r\"}")
                .put("/v1/accounts/mp-a/merge?preview=yes")
                .then()
                .statusCode(400)
                .body("field", equalTo("preview"));

        assertThat(outbox()).isEqualTo(written);
        Door.as("crm-key").get("/v1/accounts/mp-a/merge").then().body("items", hasSize(0));
    }

    private static ValidatableResponse preview(String account, String into) {
        return Door.as("crm-key")
                .body("{\"into\":\"%s\"}".formatted(into))
                .put("/v1/accounts/" + account + "/merge?preview=true")
                .then();
    }

    private static void put(String path, String body) {
        Door.as("crm-key").body(body).put(path).then().statusCode(200);
    }

    /** Ids are given in the order of writing, whatever was sent since. */
    private static String outbox() throws SQLException {
        return Tables.value("select last_value from outbox_id_seq");
    }
}
