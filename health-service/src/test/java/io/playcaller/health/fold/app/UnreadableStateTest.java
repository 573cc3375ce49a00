package io.playcaller.health.fold.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.playcaller.contracts.fact.BackfillEnded;
import io.playcaller.contracts.fact.QuarantineReleased;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.state.StateCodec;
import io.playcaller.health.fold.Held;
import io.playcaller.health.fold.LogEntry;
import io.playcaller.health.fold.Work;
import io.playcaller.health.model.in.ShippedModel;
import io.playcaller.health.models.app.OneEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An account whose stored state cannot be read waits by itself; nothing of what stands there is touched. */
class UnreadableStateTest {

    private static final UUID LOG_ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Instant T0 = Instant.parse("2026-03-02T09:00:00Z");
    private static final byte[] NEWER = {99, 1, 2, 3};
    private static final String REASON = "state.unreadable: state of version 99, known are 1 to 12";

    private final HealthEngine engine = new HealthEngine(ShippedModel.read());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MemoryFoldStore store = new MemoryFoldStore();
    private final Log log = new Log();

    @Test
    void itWaitsForItsReasonAndEverybodyElseGoesOn() {
        store.put(3, "acme", NEWER);
        log.usage("e1", "acme", "ann", T0);
        log.usage("e2", "globex", "bob", T0);
        log.usage("e3", "acme", "ann", T0);

        claim().fold(log.entries());

        assertThat(quarantined()).singleElement().satisfies(account -> {
            assertThat(account.accountId()).isEqualTo("acme");
            assertThat(account.reason()).isEqualTo(REASON);
            assertThat(account.letter().reason()).isEqualTo("state.unreadable");
        });
        assertThat(store.parkedAfter("acme", -1, 9))
                .extracting(parked -> parked.entry().offset())
                .containsExactly(0L, 2L);
        assertThat(store.states()).containsEntry("acme", "1:63010203");
        assertThat(facts("globex")).isEqualTo(1);
        assertThat(meters.counter("health.accounts.unreadable").count()).isEqualTo(1);
        assertThat(meters.counter("health.accounts.quarantined").count()).isEqualTo(1);
    }

    @Test
    void whatConcernsEverybodyFindsItAndGoesOn() {
        store.put(3, "acme", NEWER);
        log.usage("e1", "globex", "bob", T0);
        log.fact("b1", null, T0, new BackfillEnded("run-1", "web"));

        claim().fold(log.entries());

        assertThat(quarantined()).extracting(Work.Quarantined::reason).containsExactly(REASON);
        assertThat(store.checkpoint(3).nextOffset()).isEqualTo(2);
    }

    @Test
    void aReleaseReadsWhatIsStoredThen() {
        store.put(3, "acme", NEWER);
        log.usage("e1", "acme", "ann", T0);
        log.usage("e2", "acme", "bob", T0);
        PartitionFold fold = claim();
        fold.fold(log.entries());
        store.put(3, "acme", new StateCodec().encode(engine.fresh("acme")));

        release(fold);

        assertThat(facts("acme")).isEqualTo(2);
        assertThat(store.claim(3, LOG_ID, 0).quarantined()).isEmpty();
        assertThat(store.parkedAfter("acme", -1, 9)).isEmpty();
    }

    @Test
    void aReleaseOfWhatStillCannotBeReadLosesNothing() {
        store.put(3, "acme", NEWER);
        log.usage("e1", "acme", "ann", T0);
        PartitionFold fold = claim();
        fold.fold(log.entries());

        release(fold);

        assertThat(store.claim(3, LOG_ID, 0).quarantined()).containsExactly("acme");
        assertThat(store.parkedAfter("acme", -1, 9)).hasSize(1);
        assertThat(store.states()).containsEntry("acme", "1:63010203");
    }

    private void release(PartitionFold fold) {
        LogEntry.Fact release = log.fact("q1", "acme", T0, new QuarantineReleased("acme", "olga"));
        fold.fold(List.of(release));
    }

    private PartitionFold claim() {
        FoldParts.Limits limits = new FoldParts.Limits(Duration.ofMinutes(15), 5);
        FoldMetrics metrics = new FoldMetrics(meters);
        FoldParts parts =
                new FoldParts(new OneEngine(engine), store, new StateCache(15_000), metrics, committed -> {}, limits);
        return new PartitionFold(3, store.claim(3, LOG_ID, 0), parts);
    }

    private List<Work.Quarantined> quarantined() {
        return store.works().stream()
                .flatMap(work -> work.quarantined().stream())
                .toList();
    }

    private long facts(String account) {
        return ((Held) store.load(List.of(account)).get(account)).state().factCount();
    }
}
