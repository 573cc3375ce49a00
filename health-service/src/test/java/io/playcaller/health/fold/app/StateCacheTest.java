package io.playcaller.health.fold.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.playcaller.contracts.fact.TicketChanged;
import io.playcaller.contracts.fact.TicketSeverity;
import io.playcaller.contracts.fact.TicketStatus;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.fold.Held;
import io.playcaller.health.fold.LogEntry;
import io.playcaller.health.model.in.ShippedModel;
import io.playcaller.health.models.app.OneEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StateCacheTest {

    private static final UUID LOG_ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Instant T0 = Instant.parse("2026-03-02T09:00:00Z");
    private static final HealthEngine ENGINE = new HealthEngine(ShippedModel.read());
    private static final int PARTITIONS = 16;
    private static final int TURNS = 40;
    private static final long LIMIT = 60_000;

    @Test
    void oneBudgetHoldsOverManyPartitionsAndHeavyStatesAndWhatWentComesBackTheSame() {
        List<Log> logs = new ArrayList<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            logs.add(log(partition));
        }
        StateCache roomy = new StateCache(Long.MAX_VALUE);
        StateCache tight = new StateCache(LIMIT);

        MemoryFoldStore roomyStore = folded(logs, roomy);
        MemoryFoldStore tightStore = folded(logs, tight);

        assertThat(roomy.bytes()).isGreaterThan(5 * LIMIT);
        assertThat(roomy.evictions()).isZero();
        assertThat(tight.evictions()).isPositive();
        assertThat(tightStore.loaded().size()).isGreaterThan(roomyStore.loaded().size());
        assertThat(tightStore.states()).isEqualTo(roomyStore.states());
    }

    @Test
    void aBudgetOfNothingKeepsNothing() {
        StateCache none = new StateCache(0);

        folded(List.of(log(0)), none);

        assertThat(none.states()).isZero();
        assertThat(none.bytes()).isZero();
    }

    @Test
    void whatWasNotUsedForLongestGoesWhicheverPartitionItIsOf() {
        StateCache one = new StateCache(Long.MAX_VALUE);
        one.partition(1).put("used", fresh("used"));
        StateCache cache = new StateCache(3 * one.bytes() - 1);
        StateCache.Of first = cache.partition(1);
        StateCache.Of second = cache.partition(2);
        first.put("used", fresh("used"));
        first.put("past", fresh("past"));
        first.get("used");

        second.put("next", fresh("next"));

        assertThat(first.get("used")).isEqualTo(fresh("used"));
        assertThat(first.get("past")).isNull();
        assertThat(second.get("next")).isEqualTo(fresh("next"));
        assertThat(cache.evictions()).isOne();
    }

    @Test
    void whatIsNotStoredYetStaysInHandWhateverTheBudget() {
        MemoryFoldStore store = new MemoryFoldStore();
        AccountsAtHand accounts = new AccountsAtHand(store, ENGINE::fresh, new StateCache(0).partition(1));
        Held unstored = new Held(ENGINE.fresh("unstored"), 7);
        accounts.put("unstored", unstored);
        accounts.put("stored", new Held(ENGINE.fresh("stored"), 7));

        accounts.trim("unstored"::equals);

        assertThat(accounts.get("unstored")).isSameAs(unstored);
        assertThat(store.loaded()).isEmpty();
        accounts.get("stored");
        assertThat(store.loaded()).isNotEmpty();
    }

    @Test
    void aPartitionThatIsDroppedLeavesNothing() {
        StateCache cache = new StateCache(Long.MAX_VALUE);
        StateCache.Of ours = cache.partition(1);
        StateCache.Of others = cache.partition(2);
        ours.put("acme", fresh("acme"));
        others.put("globex", fresh("globex"));

        cache.drop(1);

        assertThat(cache.states()).isOne();
        assertThat(cache.partition(1).get("acme")).isNull();
        assertThat(others.get("globex")).isNotNull();
        assertThatThrownBy(() -> ours.get("acme")).isInstanceOf(IllegalStateException.class);
    }

    private static Held fresh(String account) {
        return new Held(ENGINE.fresh(account), 0);
    }

    /** Every partition in turn, as the log's thread does it; the bound must hold after each turn. */
    private static MemoryFoldStore folded(List<Log> logs, StateCache cache) {
        MemoryFoldStore store = new MemoryFoldStore();
        FoldParts.Limits limits = new FoldParts.Limits(Duration.ofMinutes(15), 5);
        FoldMetrics metrics = new FoldMetrics(new SimpleMeterRegistry());
        FoldParts parts = new FoldParts(new OneEngine(ENGINE), store, cache, metrics, committed -> {}, limits);
        List<PartitionFold> folds = new ArrayList<>();
        for (int partition = 0; partition < logs.size(); partition++) {
            folds.add(new PartitionFold(partition, store.claim(partition, LOG_ID, 0), parts));
        }
        for (int turn = 0; turn < TURNS; turn++) {
            for (int partition = 0; partition < logs.size(); partition++) {
                folds.get(partition).fold(turn(logs.get(partition), turn));
                assertThat(cache.bytes()).isLessThanOrEqualTo(cache.limit());
            }
        }
        return store;
    }

    private static List<LogEntry> turn(Log log, int turn) {
        int size = log.entries().size();
        return log.entries().subList(size * turn / TURNS, size * (turn + 1) / TURNS);
    }

    /** Accounts of which every fourth is heavy: many people, many tickets. */
    private static Log log(int partition) {
        Log log = new Log();
        log.tick(T0);
        for (int round = 0; round < 10; round++) {
            for (int i = 0; i < 20; i++) {
                String account = "account-" + partition + "-" + i;
                for (int person = 0; person < (i % 4 == 0 ? 15 : 1); person++) {
                    String who = "person-" + round + "-" + person;
                    log.usage(account + who, account, who, T0);
                }
                for (int ticket = 0; ticket < (i % 4 == 0 ? 3 : 0); ticket++) {
                    String id = "ticket-" + round + "-" + ticket;
                    log.fact(account + id, account, T0, ticket(account, id));
                }
            }
            log.tick(T0.plus(Duration.ofDays(round)));
        }
        return log;
    }

    private static TicketChanged ticket(String account, String id) {
        return new TicketChanged(account, id, TicketStatus.OPEN, TicketSeverity.SEV3, T0, null, null, null, null);
    }
}
