package io.playcaller.health.fold.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.fold.LogEntry;
import io.playcaller.health.model.in.ShippedModel;
import io.playcaller.health.models.app.OneEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What came of a turn is stored while the next partition is folded. */
class StoresOnTheirWayTest {

    private static final UUID LOG_ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Instant T0 = Instant.parse("2026-03-02T09:00:00Z");
    private static final HealthEngine ENGINE = new HealthEngine(ShippedModel.read());

    private final MemoryFoldStore store = new MemoryFoldStore();
    private final List<Integer> committed = new ArrayList<>();

    @Test
    void twoPartitionsStoreSideBySide() {
        PartitionFold one = claim(1);
        PartitionFold two = claim(2);
        store.storeLate();

        one.begin(of("acme"), () -> false);
        two.begin(of("globex"), () -> false);

        assertThat(store.states()).isEmpty();
        one.settle();
        assertThat(store.states()).containsOnlyKeys("acme");
        two.settle();
        assertThat(store.states()).containsOnlyKeys("acme", "globex");
        assertThat(committed).endsWith(1, 2);
    }

    @Test
    void theNextTurnGoesOnFromWhatWasStored() {
        Log log = new Log();
        log.usage("e1", "acme", "ann", T0);
        log.usage("e2", "acme", "bob", T0);
        PartitionFold fold = claim(1);
        store.storeLate();

        fold.begin(log.entries().subList(0, 1), () -> false);
        fold.settle();
        fold.begin(log.entries().subList(1, 2), () -> false);
        fold.settle();

        MemoryFoldStore atOnce = new MemoryFoldStore();
        claim(1, atOnce).fold(log.entries());
        assertThat(store.checkpoint(1).nextOffset()).isEqualTo(2);
        assertThat(stateBytes(store)).isEqualTo(stateBytes(atOnce));
    }

    @Test
    void whatIsLostOnItsWayIsFoldedAgainByTheNextClaim() {
        Log log = new Log();
        log.usage("e1", "acme", "ann", T0);
        PartitionFold dying = claim(1);
        store.storeLate();
        store.crashAfter(0);

        dying.begin(log.entries(), () -> false);

        assertThatThrownBy(dying::settle).hasMessage("crashed before the commit");
        assertThat(store.states()).isEmpty();
        store.crashAfter(Integer.MAX_VALUE);
        claim(1).fold(log.entries());
        assertThat(store.states()).containsOnlyKeys("acme");
    }

    @Test
    void aZombieHearsOfItWhenItWaits() {
        PartitionFold zombie = claim(1);
        store.storeLate();
        zombie.begin(of("acme"), () -> false);
        claim(1);

        assertThatThrownBy(zombie::settle).isInstanceOf(TakenOverException.class);
        assertThat(store.states()).isEmpty();
    }

    private static List<String> stateBytes(MemoryFoldStore of) {
        return of.states().values().stream()
                .map(state -> state.substring(state.indexOf(':')))
                .toList();
    }

    private static List<LogEntry> of(String accountId) {
        Log log = new Log();
        log.usage("e-" + accountId, accountId, "ann", T0);
        return log.entries();
    }

    private PartitionFold claim(int partition) {
        return claim(partition, store);
    }

    private PartitionFold claim(int partition, MemoryFoldStore in) {
        FoldParts parts = new FoldParts(
                new OneEngine(ENGINE),
                in,
                new StateCache(1 << 20),
                new FoldMetrics(new SimpleMeterRegistry()),
                committed::add,
                new FoldParts.Limits(Duration.ofMinutes(15), 100));
        return new PartitionFold(partition, in.claim(partition, LOG_ID, 0), parts);
    }
}
