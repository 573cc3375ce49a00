package io.playcaller.health.fold.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.playcaller.contracts.fact.BackfillStarted;
import io.playcaller.contracts.fact.UsageRecorded;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.fold.LogEntry;
import io.playcaller.health.fold.Work;
import io.playcaller.health.model.in.ModelFolder;
import io.playcaller.health.model.in.ShippedModel;
import io.playcaller.health.models.ShadowScore;
import io.playcaller.health.models.app.OneEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a model in shadow leaves behind, and what it does not touch. */
class ShadowFoldTest {

    private static final UUID LOG_ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Instant T0 = Instant.parse("2026-03-02T09:00:00Z");
    private static final HealthEngine SHIPPED = new HealthEngine(ShippedModel.read());
    private static final HealthEngine STRICT = strict();

    private final Log log = new Log();

    @BeforeEach
    void aWeekOfTwoAccounts() {
        log.tick(T0);
        register("acme");
        register("globex");
        for (int day = 0; day < 7; day++) {
            Instant at = T0.plus(Duration.ofDays(day));
            log.usage("a" + day, "acme", "ann", at.plusSeconds(60));
            log.usage("b" + day, "acme", "bob", at.plusSeconds(90));
            if (day % 3 == 0) {
                log.usage("g" + day, "globex", "gus", at.plusSeconds(120));
            }
            log.tick(at.plus(Duration.ofHours(20)));
        }
    }

    private void register(String account) {
        log.fact(
                "r-" + account,
                account,
                T0,
                new AccountRecord(account, 1, account, null, null, null, null, false, List.of()));
    }

    @Test
    void itScoresAsItWouldIfItWereInForce() {
        MemoryFoldStore inShadow = new MemoryFoldStore();
        MemoryFoldStore inForce = new MemoryFoldStore();

        fold(inShadow, new OneEngine(SHIPPED, Optional.of(STRICT)), 3);
        fold(inForce, new OneEngine(STRICT), 3);

        Map<String, ShadowScore> said = last(inShadow);
        assertThat(said).containsOnlyKeys("acme", "globex");
        assertThat(said.get("acme").score()).isNotNull();
        rows(inForce).forEach((account, row) -> {
            assertThat(said.get(account).score()).isEqualTo(row.held().state().score());
            assertThat(said.get(account).grade()).isEqualTo(row.held().state().grade());
            assertThat(said.get(account).modelHash()).isEqualTo(STRICT.model().contentHash());
        });
    }

    @Test
    void itsScoreIsOfTheStateThatIsStoredWithIt() {
        MemoryFoldStore store = new MemoryFoldStore();

        fold(store, new OneEngine(SHIPPED, Optional.of(STRICT)), 2);

        rows(store)
                .forEach((account, row) -> assertThat(last(store).get(account).rev())
                        .isEqualTo(row.held().rev()));
        assertThat(store.works())
                .allSatisfy(work -> assertThat(work.shadows())
                        .extracting(ShadowScore::accountId)
                        .doesNotHaveDuplicates());
    }

    @Test
    void whatIsInForceAndWhatIsToldIsTheSameWithAndWithoutIt() {
        MemoryFoldStore with = new MemoryFoldStore();
        MemoryFoldStore without = new MemoryFoldStore();

        fold(with, new OneEngine(SHIPPED, Optional.of(STRICT)), 3);
        fold(without, new OneEngine(SHIPPED), 3);

        assertThat(with.states()).isEqualTo(without.states());
        assertThat(with.announced()).isEqualTo(without.announced());
        assertThat(without.works())
                .allSatisfy(work -> assertThat(work.shadows()).isEmpty());
    }

    @Test
    void anyBatchingLeavesTheSameScores() {
        MemoryFoldStore small = new MemoryFoldStore();
        MemoryFoldStore large = new MemoryFoldStore();

        fold(small, new OneEngine(SHIPPED, Optional.of(STRICT)), 1);
        fold(large, new OneEngine(SHIPPED, Optional.of(STRICT)), log.entries().size());

        assertThat(last(small)).isEqualTo(last(large));
    }

    @Test
    void historyThatIsNotJudgedYetIsNotScoredEither() {
        UsageRecorded use = new UsageRecorded("acme", "login", "reports", null, "ann", 1, true);
        Log importing = new Log();
        importing.tick(T0);
        importing.fact("s", null, T0, new BackfillStarted("run", "import"));
        importing.history("a", "acme", T0.minusSeconds(60), use);
        MemoryFoldStore store = new MemoryFoldStore();
        OneEngine engines = new OneEngine(SHIPPED, Optional.of(STRICT));

        fold(store, engines, importing.entries(), 9);

        assertThat(rows(store)).containsOnlyKeys("acme");
        assertThat(last(store)).isEmpty();
    }

    private void fold(MemoryFoldStore store, OneEngine engines, int batch) {
        fold(store, engines, log.entries(), batch);
    }

    private static void fold(MemoryFoldStore store, OneEngine engines, List<LogEntry> entries, int batch) {
        FoldParts parts = new FoldParts(
                engines,
                store,
                new StateCache(15_000),
                new FoldMetrics(new SimpleMeterRegistry()),
                committed -> {},
                new FoldParts.Limits(Duration.ofMinutes(15), 5));
        PartitionFold fold = new PartitionFold(3, store.claim(3, LOG_ID, 0), parts);
        for (int from = 0; from < entries.size(); from += batch) {
            fold.fold(entries.subList(from, Math.min(entries.size(), from + batch)));
        }
    }

    /** As the table has it in the end. */
    private static Map<String, ShadowScore> last(MemoryFoldStore store) {
        Map<String, ShadowScore> last = new TreeMap<>();
        store.works().forEach(work -> work.shadows().forEach(score -> last.put(score.accountId(), score)));
        return last;
    }

    private static Map<String, Work.AccountRow> rows(MemoryFoldStore store) {
        Map<String, Work.AccountRow> last = new TreeMap<>();
        store.works().forEach(work -> work.accounts().forEach(row -> last.put(row.accountId(), row)));
        return last;
    }

    /** The shipped cards; nobody has full marks by it. */
    private static HealthEngine strict() {
        String cards = ModelFolder.read("model-dir", Optional.empty())
                .files()
                .texts()
                .get("scorecards.yaml")
                .content()
                .replaceFirst("model: default-1", "model: strict")
                .replaceAll(": 100\\b", ": 90");
        return new HealthEngine(
                ModelFolder.withScorecards("scorecards.yaml", cards).model());
    }
}
