package io.playcaller.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.testkit.node.NodeProof;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The npm client @segment/analytics-node, unmodified: what it sends moves the score of the account. */
class SegmentClientIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** The account that the script of usage-ingest's own proof sends for. */
    private static final Customer CUSTOMER =
            new Customer("node-account", 0, 10, 5, Trouble.NONE, Map.of("csm", "ana", "onboarding", "emil"));

    private final Installation installation = Installation.shared();
    private final Answers answers = new Answers();

    @Test
    void usageThatTheClientSendsMovesTheScore() {
        new Register(answers, installation.ingest(), LocalDate.now(ZoneOffset.UTC)).put(CUSTOMER);
        new Door(installation.ingest().url())
                .deliver(List.of(new Fact.Answer("node-nps", CUSTOMER.account(), "kim", "nps", 8, Instant.now())));
        long before =
                awaitHealth(health -> health.hasNonNull("score")).path("score").asLong();

        NodeProof.Outcome sent = NodeProof.of(Path.of("../usage-ingest/src/test/node"))
                .run(
                        Duration.ofMinutes(5),
                        Map.of(),
                        "send.mjs",
                        installation.ingest().url(),
                        Installation.KEYS.get("web"),
                        "100");
        assertThat(sent.exitCode()).as(sent.output()).isZero();

        JsonNode health = awaitHealth(seen -> usagePoints(seen) != 0);
        assertThat(health.path("score").asLong()).isNotEqualTo(before);
    }

    private JsonNode awaitHealth(Predicate<JsonNode> condition) {
        String path = "/v1/accounts?scored=yes&limit=500";
        return await().atMost(PATIENCE)
                .until(
                        () -> answers.all(installation.health(), path).stream()
                                .filter(one -> CUSTOMER.account()
                                        .equals(one.path("accountId").asText()))
                                .findFirst()
                                .map(one -> answers.get(
                                        installation.health(), "/v1/accounts/" + CUSTOMER.account() + "/health"))
                                .orElse(null),
                        health -> health != null && condition.test(health));
    }

    /** How far all changes that the history knows were caused by usage, in milli-points. */
    private static long usagePoints(JsonNode health) {
        return StreamSupport.stream(health.path("history").spliterator(), false)
                .flatMap(change ->
                        StreamSupport.stream(change.path("contributions").spliterator(), false))
                .filter(part -> "usage".equals(part.path("dimension").asText()))
                .mapToLong(part -> part.path("points").asLong())
                .sum();
    }
}
