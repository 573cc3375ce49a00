package io.playcaller.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An event goes in, a routed task with a clock comes out. */
class EventToTaskIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Installation installation = Installation.shared();
    private final Answers answers = new Answers();

    @Test
    void answerOfADetractorBecomesATaskWithAPersonAndAClock() {
        Customer customer = Customer.ofChapter("first", 2).get(1);
        new Register(answers, installation.ingest(), LocalDate.now(ZoneOffset.UTC)).put(customer);
        await().atMost(PATIENCE).until(() -> accountIsKnown(customer));

        new Door(installation.ingest().url())
                .deliver(List.of(new Fact.Answer("n-1", customer.account(), "kim", "nps", 2, Instant.now())));

        JsonNode task = answers.get(
                installation.router(),
                "/v1/tasks/" + awaitTask(customer).path("taskId").asText());
        assertThat(task.path("play").asText()).isEqualTo("detractor");
        assertThat(task.path("reason").asText()).isEqualTo("sen.nps_detractor");
        assertThat(task.path("assignee").path("staffId").asText())
                .isEqualTo(customer.owners().get("csm"));
        assertThat(task.path("state").asText()).isEqualTo("open");
        assertThat(Instant.parse(task.path("due").path("accept").asText())).isAfter(Instant.now());
        assertThat(Instant.parse(task.path("due").path("complete").asText()))
                .isAfter(Instant.parse(task.path("due").path("accept").asText()));
    }

    private boolean accountIsKnown(Customer customer) {
        return answers.all(installation.forecast(), "/v1/contracts?limit=200").stream()
                .anyMatch(contract -> contract.path("accountId").asText().equals(customer.account()));
    }

    private JsonNode awaitTask(Customer customer) {
        String path = "/v1/tasks?limit=10&account=" + customer.account();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() ->
                        !answers.get(installation.router(), path).path("items").isEmpty());
        return answers.get(installation.router(), path).path("items").get(0);
    }
}
