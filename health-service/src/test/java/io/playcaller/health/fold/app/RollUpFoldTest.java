package io.playcaller.health.fold.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.playcaller.contracts.fact.ChildScoreChanged;
import io.playcaller.contracts.fact.OverrideSet;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.contracts.register.ParentLink;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.fold.LogEntry;
import io.playcaller.health.model.in.ModelFolder;
import io.playcaller.health.models.app.OneEngine;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a child tells its parent leaves with the work that changed the child, and comes back as a fact. */
class RollUpFoldTest {

    private static final UUID LOG_ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Instant T0 = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant UNTIL = T0.plus(Duration.ofDays(30));

    private final Log log = new Log();

    @Test
    void aChildIsToldOnceForEachWholePointAndCountsWhenThatComesBack() {
        MemoryFoldStore store = new MemoryFoldStore();
        PartitionFold fold = claim(store);
        fold.fold(aChildOfThirty());

        List<ChildScoreChanged> told = told(store);
        assertThat(told)
                .extracting(ChildScoreChanged::number)
                .containsExactly(T0.toEpochMilli(), T0.toEpochMilli() + 1);
        assertThat(told).extracting(ChildScoreChanged::accountId).containsOnly("acme");
        assertThat(told.get(1).score()).isEqualTo(30_000);
        assertThat(score(store, "acme")).isNull();

        LogEntry.Fact newer = comesBack(told.get(1));
        LogEntry.Fact older = comesBack(told.get(0));
        fold.fold(List.of(newer, older));

        assertThat(score(store, "acme")).isEqualTo(30_000);
    }

    @Test
    void anyBatchingTellsTheSame() {
        MemoryFoldStore atOnce = new MemoryFoldStore();
        MemoryFoldStore oneByOne = new MemoryFoldStore();
        List<LogEntry> entries = aChildOfThirty();

        claim(atOnce).fold(entries);
        PartitionFold fold = claim(oneByOne);
        entries.forEach(entry -> fold.fold(List.of(entry)));

        assertThat(told(oneByOne)).isEqualTo(told(atOnce));
        assertThat(oneByOne.states()).isEqualTo(atOnce.states());
    }

    private List<LogEntry> aChildOfThirty() {
        ParentLink acme = new ParentLink("acme", LocalDate.of(2026, 3, 1), null);
        log.tick(T0);
        log.fact(
                "r-1",
                "berlin",
                T0,
                new AccountRecord("berlin", 1, "Berlin", null, null, null, null, false, List.of(acme)));
        log.fact("o-1", "berlin", T0.plusSeconds(60), override(30_200));
        log.fact("o-2", "berlin", T0.plusSeconds(120), override(30_900));
        log.tick(T0.plusSeconds(180));
        return List.copyOf(log.entries());
    }

    private static OverrideSet override(long points) {
        return new OverrideSet("berlin", "o-" + points, null, points, UNTIL, "anna");
    }

    private LogEntry.Fact comesBack(ChildScoreChanged child) {
        return log.fact("c-" + child.number(), child.accountId(), child.at(), child);
    }

    private static List<ChildScoreChanged> told(MemoryFoldStore store) {
        return store.works().stream().flatMap(work -> work.handed().stream()).toList();
    }

    private static @Nullable Long score(MemoryFoldStore store, String accountId) {
        return store.works().stream()
                .flatMap(work -> work.accounts().stream())
                .filter(row -> row.accountId().equals(accountId))
                .reduce((earlier, later) -> later)
                .map(row -> row.held().state().score())
                .orElse(null);
    }

    private static PartitionFold claim(MemoryFoldStore store) {
        FoldParts parts = new FoldParts(
                new OneEngine(rolling()),
                store,
                new StateCache(15_000),
                new FoldMetrics(new SimpleMeterRegistry()),
                committed -> {},
                new FoldParts.Limits(Duration.ofMinutes(15), 5));
        return new PartitionFold(3, store.claim(3, LOG_ID, 0), parts);
    }

    private static HealthEngine rolling() {
        String cards = ModelFolder.read("model-dir", Optional.empty())
                .files()
                .texts()
                .get("scorecards.yaml")
                .content()
                .replaceFirst("model: default-1", "model: rolling")
                .replaceAll("\n    weights:", "\n    rollUp: worst\n    weights:");
        return new HealthEngine(
                ModelFolder.withScorecards("scorecards.yaml", cards).model());
    }
}
