package io.playcaller.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The story, told of customers whose names begin with the chapter's: what the oracle says of it, and what came of it. */
final class Chapter {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final double HALF_A_CENTIPOINT = 0.005;

    private final Installation at;
    private final String name;
    private final List<Fact> story;
    private final Answers answers = new Answers();
    private final Map<String, Oracle> oracles = new TreeMap<>();

    /** Puts the customers into the register; nothing is told yet. */
    Chapter(Installation at, String name, int customers, int facts, long seed, Instant end) {
        this.at = at;
        this.name = name;
        List<Customer> all = Customer.ofChapter(name, customers);
        this.story = Story.of(all, facts, seed, end);
        Register register = new Register(answers, at.ingest(), LocalDate.ofInstant(end, ZoneOffset.UTC));
        all.forEach(register::put);
        all.forEach(customer -> oracles.put(customer.account(), new Oracle(customer)));
        story.forEach(fact -> oracles.get(fact.account()).hear(fact));
    }

    List<Fact> story() {
        return story;
    }

    /** Fails unless everything that was told was counted once, and scored and routed accordingly. */
    void requireWhatTheOracleSays() {
        Map<String, Map<String, String>> tasks = tasksOfTheOracle();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(counted()).isEqualTo(countedByTheOracle()));
        Map<String, Long> scores = scores();
        // People are told whole points: what is announced is in the same one as the score of the oracle.
        oracles.forEach((account, oracle) -> assertThat(Math.floorDiv(scores.get(accountWithoutName(account)), 1000L))
                .as("whole points of " + account)
                .isBetween((long) Math.floor(oracle.score() - HALF_A_CENTIPOINT), (long)
                        Math.floor(oracle.score() + HALF_A_CENTIPOINT)));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(tasks()).isEqualTo(tasks));
    }

    private Map<String, StoredFacts.Counted> counted() {
        return withoutName(new StoredFacts(at.stack()).counted(name));
    }

    private Map<String, StoredFacts.Counted> countedByTheOracle() {
        Map<String, StoredFacts.Counted> counted = new TreeMap<>();
        oracles.forEach(
                (account, oracle) -> counted.put(account, new StoredFacts.Counted(oracle.factCount(), oracle.uses())));
        return withoutName(counted);
    }

    private Map<String, Map<String, String>> tasksOfTheOracle() {
        Map<String, Map<String, String>> tasks = new TreeMap<>();
        oracles.forEach((account, oracle) -> {
            if (!oracle.tasks().isEmpty()) {
                tasks.put(account, oracle.tasks());
            }
        });
        return withoutName(tasks);
    }

    /** Per customer the title of each task, open or not, without its name, and who has it. Two tasks of one title fail. */
    Map<String, Map<String, String>> tasks() {
        Map<String, Map<String, String>> tasks = new TreeMap<>();
        for (JsonNode task : ours(answers.all(at.router(), "/v1/tasks?state=all&limit=500"))) {
            String account = task.path("accountId").asText();
            String twice = tasks.computeIfAbsent(account, key -> new TreeMap<>())
                    .put(
                            task.path("title").asText().replaceFirst(": .*", ""),
                            task.path("assignee").path("staffId").asText());
            assertThat(twice).as("a second task of one title for " + account).isNull();
        }
        return withoutName(tasks);
    }

    /** Milli-points per customer. */
    Map<String, Long> scores() {
        return ours(answers.all(at.health(), "/v1/accounts?scored=yes&limit=200")).stream()
                .collect(Collectors.toMap(
                        account -> accountWithoutName(account.path("accountId").asText()),
                        account -> account.path("score").asLong()));
    }

    /** Category and probability per customer. */
    Map<String, String> forecasts() {
        return ours(answers.all(at.forecast(), "/v1/contracts?limit=200")).stream()
                .collect(Collectors.toMap(
                        contract ->
                                accountWithoutName(contract.path("accountId").asText()),
                        contract -> contract.path("category").asText() + " " + contract.path("probability")));
    }

    private List<JsonNode> ours(List<JsonNode> items) {
        return items.stream()
                .filter(item -> item.path("accountId").asText().startsWith(name + "-"))
                .toList();
    }

    private <V> Map<String, V> withoutName(Map<String, V> byAccount) {
        return byAccount.entrySet().stream()
                .collect(Collectors.toMap(entry -> accountWithoutName(entry.getKey()), Map.Entry::getValue));
    }

    private String accountWithoutName(String account) {
        return account.substring(name.length() + 1);
    }
}
