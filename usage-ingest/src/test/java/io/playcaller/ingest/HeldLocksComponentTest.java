package io.playcaller.ingest;

import static io.playcaller.ingest.Door.SOON;
import static io.playcaller.ingest.Door.facts;
import static io.playcaller.ingest.Door.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.playcaller.contracts.Topic;
import io.playcaller.ingest.held.app.HeldSweep;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Transactions about the same people: they wait for each other, and nothing overtakes or is overlooked. */
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class HeldLocksComponentTest {

    @Inject
    HeldSweep sweep;

    /** An erasure locks the person and then deletes what waits; a release stores what the person wrote. */
    @Test
    void aReleaseThatMeetsAnErasureWaitsAndFindsNothing() throws Exception {
        Door.as("support-key")
                .contentType("application/cloudevents+json")
                .body("""
                        {"specversion":"1.0","id":"hl-1","source":"support-desk",
                         "type":"io.playcaller.support.ticket-changed.v1",
                         "data":{"userId":"hl-ann","ticketId":"hl-T1","status":"open","severity":"sev2",
                                 "openedAt":"2026-03-01T09:00:00Z","subject":"Pangolin"}}""")
                .post("/v1/events")
                .then()
                .statusCode(200)
                .body("held", equalTo(1));

        Held.edgeBehindTheBack("hl-ann", "acme");
        try (Connection erasure = Tables.begin()) {
            String person = Held.personId("hl-ann");
            Tables.execute(erasure, "select from person where person_id = " + person + " for update");
            CompletableFuture<Void> release = releaseThatWaitsFor(erasure);
            Tables.execute(
                    erasure,
                    "select from held_event where event_id = 'hl-1' for update nowait",
                    "delete from person where person_id = " + person);
            erasure.commit();
            release.get(SOON.toSeconds(), TimeUnit.SECONDS);
        }

        assertThat(Held.waits("hl-1")).isFalse();
        assertThat(facts("hl-1")).isEmpty();
    }

    /** What waits of one id leaves in its order, also when its edge comes while a sweep is past the first of it. */
    @Test
    void whatAnEdgeFreesDuringASweepDoesNotOvertakeWhatTheSweepHasPassed() throws Exception {
        Held.track("hl-bea-1", "hl-bea");
        Held.track("hl-cat-1", "hl-cat");
        Tables.run("""
                insert into held_event (source, event_id, place, kind, external_id, received_at, held_until, letter,
                                        persons)
                select source, 'hl-cat-1' || n, place, kind, external_id, received_at, held_until,
                       replace(letter, 'hl-cat-1', 'hl-cat-1' || n), persons
                from held_event cross join generate_series(1, 250) n where event_id = 'hl-cat-1'""");
        Held.track("hl-bea-2", "hl-bea");

        Held.edgeBehindTheBack("hl-cat", "acme");
        try (Connection other = Tables.begin()) {
            Tables.execute(other, "select from person where person_id = " + Held.personId("hl-cat") + " for update");
            CompletableFuture<Void> release = releaseThatWaitsFor(other);
            Held.edgeBehindTheBack("hl-bea", "acme");
            other.commit();
            release.get(SOON.toSeconds(), TimeUnit.SECONDS);
        }
        Held.sweep();

        await().atMost(SOON).untilAsserted(() -> assertThat(facts("hl-bea-2")).hasSize(1));
        assertThat(Door.all(Topic.CUSTOMER_EVENTS).stream()
                        .map(fact -> header(fact, "ce_id"))
                        .filter(id -> id.startsWith("hl-bea-")))
                .containsExactly("hl-bea-1", "hl-bea-2");
    }

    /** Whom an alias makes the same while an erasure waits for the person is locked as well, before anything is deleted. */
    @Test
    void anErasureThatMeetsAnAliasLocksBoth() throws Exception {
        Persons.put("hl-dot", "acme");
        Persons.put("hl-eve", "acme");
        String former = Held.personId("hl-eve");

        try (Connection letters = Tables.begin();
                Connection alias = Tables.begin()) {
            Tables.execute(letters, "lock table dead_letter in row exclusive mode");
            Tables.execute(
                    alias,
                    "update person set same_as = %s where person_id = %s".formatted(Held.personId("hl-dot"), former));
            CompletableFuture<List<String>> erased = CompletableFuture.supplyAsync(
                    () -> Persons.erase("hl-dot").statusCode(200).extract().<List<String>>path("personIds"));
            awaitSomeoneWhoWaitsFor(alias);
            alias.commit();
            awaitSomeoneWhoWaitsFor(letters);

            assertThatThrownBy(() ->
                            Tables.run("select from person where person_id = " + former + " for key share nowait"))
                    .hasMessageContaining("could not obtain lock");

            letters.commit();
            assertThat(erased.get(SOON.toSeconds(), TimeUnit.SECONDS)).hasSize(2);
        }
    }

    /** Begins to release; the answer is there once that waits for the transaction. */
    private CompletableFuture<Void> releaseThatWaitsFor(Connection transaction) throws SQLException {
        CompletableFuture<Void> release = sweep.sweep().subscribeAsCompletionStage();
        awaitSomeoneWhoWaitsFor(transaction);
        return release;
    }

    private static void awaitSomeoneWhoWaitsFor(Connection transaction) throws SQLException {
        String pid = pid(transaction);
        await().atMost(SOON)
                .until(() -> !Tables.value(
                                "select count(*) from pg_stat_activity where ? = any(pg_blocking_pids(pid)::text[])",
                                pid)
                        .equals("0"));
    }

    private static String pid(Connection transaction) throws SQLException {
        try (Statement statement = transaction.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getString(1);
        }
    }
}
