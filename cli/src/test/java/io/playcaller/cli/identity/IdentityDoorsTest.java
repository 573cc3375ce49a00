package io.playcaller.cli.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.cli.FakeService;
import io.playcaller.cli.Refused;
import io.playcaller.contracts.register.DomainRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands ask a service for. */
class IdentityDoorsTest {

    @TempDir
    Path directory;

    private FakeService service;

    @BeforeEach
    void open() throws IOException {
        service = new FakeService();
    }

    @AfterEach
    void close() {
        service.close();
    }

    private IdentityDoors doors() {
        return IdentityDoors.of(service.installation(directory, "usage-ingest"));
    }

    @Test
    void aPreviewIsAskedForWhereAMergeIsMade() {
        IdentityDoors doors = doors();

        doors.preview("a/1", "b");
        doors.undo("a/1");

        assertThat(service.asked())
                .containsExactly(
                        "PUT /v1/accounts/a%2F1/merge?preview=true {\"into\":\"b\"}",
                        "DELETE /v1/accounts/a%2F1/merge");
    }

    @Test
    void aClaimReplacesTheVersionThatWasRead() {
        service.answers(200, """
                {"domain":"acme.example","accountId":"acme","version":5,"from":"2026-01-01","later":1}""");
        DomainRecord claim = new DomainRecord("acme.example", "acme", 4, LocalDate.parse("2026-01-01"), null);

        assertThat(doors().put(claim)).isEqualTo(claim.withVersion(5));

        assertThat(service.asked()).singleElement().asString().startsWith("PUT /v1/domains/acme.example at 4 {");
    }

    @Test
    void aDomainThatNobodyClaimedIsNoFaultAndAnythingElseIs() {
        service.answers(404, "{}");
        assertThat(doors().domain("acme.example")).isEmpty();

        service.answers(409, "{\"detail\":\"globex claims it\"}");
        DomainRecord claim = new DomainRecord("acme.example", "acme", 0, LocalDate.parse("2026-01-01"), null);
        assertThatThrownBy(() -> doors().put(claim))
                .isInstanceOf(Refused.class)
                .hasMessage("usage-ingest answers 409: globex claims it");
    }

    @Test
    void whatWaitsIsAskedForPageByPage() {
        doors().held("web", 500, null);
        doors().held(null, 50, "c");

        assertThat(service.asked())
                .containsExactly("GET /v1/held?limit=500&source=web", "GET /v1/held?limit=50&cursor=c");
    }
}
