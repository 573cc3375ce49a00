package io.playcaller.ingest;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;

import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Owners, references, opportunities, loss reviews and domains in other people's words. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class BulkMappingComponentTest {

    private static final String MAPPING = """
            name: bm-rest
            currency: EUR
            dates: dd.MM.yyyy
            sections:
              - file: teams.csv
                make: owners
                id: no
                fields: {from: {constant: "01.01.2026"}, csm: {column: csm, map: {Chloe: chloe}}}
              - file: teams.csv
                make: references
                id: no
                fields: {quoteFrom: {column: zitat}}
              - file: chancen.csv
                make: opportunity
                id: no
                fields:
                  account: {column: kunde}
                  stage: {column: status, map: {offen: open, gewonnen: won, verloren: lost}}
                  arr: {column: wert}
                  openedOn: {column: tag}
              - file: verluste.csv
                make: loss-review
                id: vertrag
                fields: {account: {column: kunde}, reviewedOn: {column: tag}, reason: {constant: com.price}}
              - file: domains.csv
                make: domain
                id: domain
                fields: {account: {column: kunde}, from: {column: tag}}
            """;

    @Test
    void everyRecordOfTheRegisterCanBeInTheirWords() {
        Door.as("crm-key")
                .contentType("application/yaml")
                .body(bytes(MAPPING))
                .put("/v1/mappings/bm-rest")
                .then()
                .statusCode(200)
                .body("makes[0]", equalTo("teams.csv → owners"));

        String teams = "no,csm,zitat\nbm-5,Chloe,01.02.2026\nbm-6,Nobody,\n";
        upload("/v1/bulk/owners?mapping=bm-rest", teams)
                .statusCode(200)
                .body("created", equalTo(1))
                .body("refused", equalTo(1))
                .body("problems[0].problem.type", equalTo("urn:playcaller:problem:value.unmapped"))
                .body("problems[0].problem.field", equalTo("csm"));
        upload("/v1/bulk/owners?mapping=bm-rest", teams).body("unchanged", equalTo(1));
        upload("/v1/bulk/references?mapping=bm-rest", teams).statusCode(200).body("created", equalTo(2));
        String deals = "no,kunde,status,wert,tag\nbm-o1,bm-5,offen,1200.50,01.02.2026\nbm-o2,bm-5,kalt,1,01.02.2026\n";
        upload("/v1/bulk/opportunities?mapping=bm-rest&preview=true", deals)
                .statusCode(200)
                .body("preview", equalTo(true))
                .body("created", equalTo(1))
                .body("refused", equalTo(1))
                .body("fields.stage.values", hasKey("the mapping has no translation of 'kalt'"));
        upload("/v1/bulk/opportunities?mapping=bm-rest", deals).statusCode(200).body("created", equalTo(1));
        upload("/v1/bulk/loss-reviews?mapping=bm-rest", "vertrag,kunde,tag\nbm-c9,bm-5,01.02.2026\n")
                .statusCode(200)
                .body("created", equalTo(1));
        upload("/v1/bulk/domains?mapping=bm-rest", "domain,kunde,tag\nBM-Five.example,bm-5,01.02.2026\n")
                .statusCode(200)
                .body("created", equalTo(1));

        Door.as("crm-key")
                .get("/v1/domains/bm-five.example")
                .then()
                .statusCode(200)
                .body("accountId", equalTo("bm-5"))
                .body("from", equalTo("2026-02-01"));
    }

    private static ValidatableResponse upload(String path, String csv) {
        return Door.as("crm-key")
                .contentType("text/csv")
                .body(bytes(csv))
                .post(path)
                .then();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
