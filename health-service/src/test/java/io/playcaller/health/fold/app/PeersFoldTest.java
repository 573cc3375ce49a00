package io.playcaller.health.fold.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.playcaller.contracts.fact.PeerBaseline;
import io.playcaller.contracts.fact.PeerBaselinePublished;
import io.playcaller.contracts.health.Cause;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.fold.LogEntry;
import io.playcaller.health.fold.Work;
import io.playcaller.health.model.in.ModelFolder;
import io.playcaller.health.model.in.ShippedModel;
import io.playcaller.health.models.app.OneEngine;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a partition's log says of peers reaches all its accounts, once. */
class PeersFoldTest {

    private static final UUID LOG_ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Instant T0 = Instant.parse("2026-03-02T09:00:00Z");
    private static final int PARTITION = 3;
    private static final int ACCOUNTS = 12;
    private static final HealthEngine RELATIVE = new HealthEngine(ShippedModel.read());
    private static final HealthEngine ABSOLUTE =
            new HealthEngine(ModelFolder.withScorecards("scorecards.yaml", cards().replaceAll("\n    relative: .*", ""))
                    .model());

    private final MemoryFoldStore store = new MemoryFoldStore();
    private final Log log = new Log();

    @Test
    void everyAccountIsComparedAnewAsAChangeOfItsOwn() {
        life(0, 9);
        PartitionFold fold = claim(store, RELATIVE);
        fold.fold(log.entries());
        int works = store.works().size();

        log.fact("p1", null, at(9), customers(143, 33));
        fold.fold(log.entries().subList(log.entries().size() - 1, log.entries().size()));

        List<HealthChanged> changes = store.works().subList(works, store.works().size()).stream()
                .flatMap(work -> work.changes().stream())
                .map(Work.Change::health)
                .toList();
        assertThat(changes)
                .hasSize(ACCOUNTS)
                .allSatisfy(change -> assertThat(change.contributions()).anyMatch(part -> part.cause() == Cause.PEERS))
                .allSatisfy(change -> assertThat(waited(change)).isBetween(-999L, 999L));
    }

    @Test
    void aCrashInTheMiddleOfThemComparesNobodyTwice() {
        life(0, 9);
        log.fact("p1", null, at(9), customers(143, 33));
        life(9, 12);
        MemoryFoldStore straight = new MemoryFoldStore();
        claim(straight, RELATIVE).fold(log.entries());
        PartitionFold dying = claim(store, RELATIVE);
        List<LogEntry> until = log.entries().subList(0, publication());
        dying.fold(until);
        store.crashAfter(2);
        assertThatThrownBy(() -> dying.fold(log.entries().subList(publication(), publication() + 1)))
                .hasMessage("crashed before the commit");
        store.crashAfter(Integer.MAX_VALUE);

        claim(store, RELATIVE).fold(log.entries());

        assertThat(store.states()).isEqualTo(straight.states());
        assertThat(store.announced()).isEqualTo(straight.announced());
        assertThat(store.checkpoint(PARTITION)).isEqualTo(straight.checkpoint(PARTITION));
    }

    @Test
    void whereNothingIsComparedNobodyIsRead() {
        life(0, 9);
        PartitionFold fold = claim(store, ABSOLUTE);
        fold.fold(log.entries());
        int works = store.works().size();
        int read = store.loaded().size();

        log.fact("p1", null, at(9), customers(143, 33));
        fold.fold(log.entries().subList(log.entries().size() - 1, log.entries().size()));

        assertThat(store.loaded()).hasSize(read);
        assertThat(store.works().subList(works, store.works().size()))
                .allMatch(work -> work.accounts().isEmpty());
        assertThat(store.checkpoint(PARTITION).log().peers().published()).hasSize(1);
    }

    /** What was too little to be said before is said with it. */
    private static long waited(HealthChanged change) {
        return change.contributions().stream()
                .filter(part -> part.cause() != Cause.PEERS)
                .mapToLong(part -> part.points())
                .sum();
    }

    private int publication() {
        for (int i = 0; i < log.entries().size(); i++) {
            if (log.entries().get(i) instanceof LogEntry.Fact fact
                    && fact.event().data() instanceof PeerBaselinePublished) {
                return i;
            }
        }
        throw new IllegalStateException("nothing was published");
    }

    private static String cards() {
        return ModelFolder.read("model-dir", Optional.empty()).files().content("scorecards.yaml");
    }

    private static PeerBaselinePublished customers(long count, int bin) {
        List<Long> counts = new ArrayList<>(Collections.nCopies(34, 0L));
        counts.set(bin, count);
        return new PeerBaselinePublished(
                LocalDate.parse("2026-03-11"), List.of(new PeerBaseline("smb", "active-days", 1_000, 469, counts)));
    }

    /** Somebody of each account uses the product on each day. */
    private void life(int from, int until) {
        if (from == 0) {
            log.tick(T0);
        }
        for (int day = from; day < until; day++) {
            for (int account = 0; account < ACCOUNTS; account++) {
                log.usage("e" + day + "-" + account, "account-" + account, "ann", at(day).plusSeconds(60));
            }
            log.tick(at(day).plus(Duration.ofHours(20)));
        }
    }

    private static Instant at(int day) {
        return T0.plus(Duration.ofDays(day));
    }

    private static PartitionFold claim(MemoryFoldStore in, HealthEngine engine) {
        FoldParts.Limits limits = new FoldParts.Limits(Duration.ofMinutes(15), 5);
        FoldMetrics metrics = new FoldMetrics(new SimpleMeterRegistry());
        FoldParts parts =
                new FoldParts(new OneEngine(engine), in, new StateCache(15_000), metrics, committed -> {}, limits);
        return new PartitionFold(PARTITION, in.claim(PARTITION, LOG_ID, 0), parts);
    }
}
