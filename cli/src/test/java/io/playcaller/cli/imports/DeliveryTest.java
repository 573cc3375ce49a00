package io.playcaller.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.cli.Installation;
import io.playcaller.cli.door.Courier;
import io.playcaller.cli.door.Doors;
import io.playcaller.cli.http.Http;
import io.playcaller.mapping.Mapping;
import io.playcaller.mapping.MappingFile;
import io.playcaller.mapping.Shift;
import io.playcaller.quickstart.Home;
import io.playcaller.quickstart.Secrets;
import io.playcaller.quickstart.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryTest {

    @TempDir
    Path directory;

    private FakeDoor door;

    @BeforeEach
    void open() throws Exception {
        door = new FakeDoor();
    }

    @AfterEach
    void close() {
        door.close();
    }

    private Tally deliver(Shift shift) {
        return deliver(Samples.mapping(), Samples.folder(), shift, account -> false);
    }

    private Tally deliver(Mapping mapping, Path folder, Shift shift, Predicate<String> registered) {
        Installation installation = new Installation(
                new Home(directory),
                Settings.defaults().with("usage-ingest", door.port()),
                new Secrets(Map.of("web", "w", "support-desk", "s", "crm", "c"), "a@b.c", "x"));
        Survey survey = Survey.of(mapping, folder);
        Tally tally = new Tally();
        try (Ledger ledger = Ledger.open(directory.resolve("delivered"))) {
            Delivery delivery = new Delivery(survey, shift, ledger, tally, registered);
            try (Courier courier = new Courier(new Doors(installation, new Http()), "run-1", delivery::delivered)) {
                delivery.handTo(courier);
            }
            delivery.settleLosses();
        }
        return tally;
    }

    @Test
    void everyRowIsCountedOnceAndRefusalsSayWhy() {
        Tally tally = deliver(Shift.NONE);

        String table = String.join("\n", tally.lines());
        assertThat(table)
                .containsPattern("customers.csv → account +4 +3 +0 +0 +1")
                .containsPattern("deals.csv → contract +4 +2 +0 +0 +2")
                .containsPattern("goodbyes.csv → loss +4 +1 +0 +0 +3")
                .containsPattern("clicks.csv → usage +6 +3 +0 +0 +3")
                .containsPattern("calls.csv → ticket +2 +2 +0 +0 +0")
                .containsPattern("calls.csv → survey +2 +1 +0 +1 +0")
                .containsPattern("total +22 +12 +0 +1 +9")
                .containsPattern("5 files, each counted once +20")
                .contains("1 refused of customers.csv → account: id.twice")
                .contains("account.unknown, such as: neither the files nor the register have account a9")
                .contains("value.unreadable startsOn, such as: 'not a date' is not a date like")
                .contains("loss.unmatched")
                .contains("the door: field.invalid /quantity");
        assertThat(door.runs).containsExactly("run-1");
    }

    @Test
    void importedAgainNothingChanges() {
        deliver(Shift.NONE);
        int facts = door.facts.size();

        Tally again = deliver(Shift.NONE);

        assertThat(again.changes()).isZero();
        assertThat(String.join("\n", again.lines())).containsPattern("total +22 +0 +12 +1 +9");
        assertThat(door.facts).hasSize(facts);
    }

    @Test
    void importedAgainAfterTheDoorForgotItsClaimsStillNothingChanges() {
        deliver(Shift.NONE);
        door.facts.clear();

        Tally again = deliver(Shift.NONE);

        assertThat(again.changes()).isZero();
        assertThat(door.facts).isEmpty();
    }

    @Test
    void aContractThatEndedCarriesWhyAndOneThatRunsRenews() {
        deliver(Shift.NONE);

        var ended = door.records.get("/v1/contracts/d2");
        assertThat(ended.path("closedOn").asText()).isEqualTo("2024-09-15");
        assertThat(ended.path("movements").get(1).path("kind").asText()).isEqualTo("churn");
        assertThat(ended.path("movements").get(1).path("reason").asText()).isEqualTo("com.price");
        assertThat(ended.path("movements").get(1).path("delta").path("minor").asLong())
                .isEqualTo(-60_000);
        var running = door.records.get("/v1/contracts/d1");
        assertThat(running.path("endsOn").asText()).isEqualTo("2025-01-10");
        assertThat(running.path("lines").get(0).path("arr").path("minor").asLong())
                .isEqualTo(120_050);
    }

    @Test
    void everyRecordGoesWhereItIsPut() throws Exception {
        Path folder = Files.createDirectory(directory.resolve("crm"));
        Files.writeString(folder.resolve("accounts.csv"), "id,csm,quote\na1,chloe,2024-05-01\n");
        Files.writeString(folder.resolve("rest.csv"), """
                id,account,stage,arr,on
                x 1,a1,open,10,2024-06-01
                x2,a9,open,1,2024-06-01
                """);
        Mapping mapping = MappingFile.read("crm.yaml", """
                name: crm
                currency: EUR
                sections:
                  - file: accounts.csv
                    make: owners
                    id: id
                    fields: {from: {constant: "2024-01-01"}, csm: {column: csm}}
                  - {file: accounts.csv, make: references, id: id, fields: {quoteFrom: {column: quote}}}
                  - file: rest.csv
                    make: opportunity
                    id: id
                    fields:
                      account: {column: account}
                      stage: {column: stage}
                      arr: {column: arr}
                      openedOn: {column: on}
                  - file: rest.csv
                    make: loss-review
                    id: id
                    fields: {account: {column: account}, reviewedOn: {column: on}, reason: {constant: com.price}}
                  - {file: rest.csv, make: domain, id: id, fields: {account: {column: account}, from: {column: on}}}
                """);

        Tally tally = deliver(mapping, folder, Shift.NONE, "a1"::equals);

        assertThat(door.records)
                .containsOnlyKeys(
                        "/v1/accounts/a1/owners",
                        "/v1/accounts/a1/references",
                        "/v1/opportunities/x 1",
                        "/v1/contracts/x 1/loss-review",
                        "/v1/domains/x 1");
        assertThat(String.join("\n", tally.lines())).contains("have account a9");
    }

    @Test
    void aShiftMovesEveryDateByTheSameDays() {
        deliver(new Shift(366));

        var ticket = door.facts.values().stream()
                .filter(event -> event.path("data").path("ticketId").asText().equals("t1"))
                .findFirst()
                .orElseThrow();
        assertThat(ticket.path("data").path("openedAt").asText()).isEqualTo("2025-09-02T00:00:00Z");
        assertThat(ticket.path("data").path("firstAnsweredAt").asText()).isEqualTo("2025-09-02T00:30:00Z");
        assertThat(ticket.path("time").asText()).isEqualTo("2025-09-03T03:00:00Z");
        assertThat(door.records.get("/v1/contracts/d2").path("startsOn").asText())
                .isEqualTo("2025-03-02");
    }
}
