package io.playcaller.ingest.door.webhook.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.ingest.door.webhook.Read;
import io.playcaller.ingest.door.webhook.Webhook;
import io.playcaller.ingest.event.Statement.Objective;
import io.playcaller.ingest.refusal.Refusal;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An objective of a tool that measures in fractions. */
class MappedObjectiveTest {

    private static final String FILE = """
            webhooks:
              goals:
                kind: generic
                feeds: [success]
                secrets: [GOALS]
                proof: {by: bearer}
                facts:
                  - make: success.objective-changed.v1
                    id: {at: /id}
                    time: {at: /at}
                    fields:
                      accountId: {at: /account}
                      objectiveId: {at: /goal}
                      baseline: {at: /from}
                      reached: {at: /now}
                      target: {constant: "0.5"}
            """;

    private static final String BODY = """
            {"id":"g-1","at":"2026-03-01T09:00:00Z","account":"acme","goal":"o-1","from":120,"now":%s}""";

    @TempDir
    private Path directory;

    private Webhook goals;

    @BeforeEach
    void read() throws IOException {
        Files.writeString(directory.resolve("webhooks.yaml"), FILE);
        goals = WebhookFiles.read(Optional.of(directory), Installation.withEverySecret())
                .get("goals");
    }

    @Test
    void itsNumbersAreTaken() {
        assertThat(Read.kept(goals.reader(), BODY.formatted("\"4.5\"")).statement())
                .isInstanceOfSatisfying(Objective.class, objective -> {
                    assertThat(objective.baseline()).isEqualByComparingTo(new BigDecimal("120"));
                    assertThat(objective.reached()).isEqualByComparingTo(new BigDecimal("4.5"));
                    assertThat(objective.target()).isEqualByComparingTo(new BigDecimal("0.5"));
                });
    }

    @Test
    void whatIsNoNumberIsRefusedWhereItStands() {
        Refusal refusal = Read.refused(goals.reader(), BODY.formatted("\"half\""));

        assertThat(refusal.code()).isEqualTo(Refusal.FIELD_INVALID);
        assertThat(refusal.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo("/now");
            assertThat(fault.actual()).contains("half");
        });
    }
}
