package io.playcaller.health.fold.app;

import io.playcaller.health.config.HealthConfig;
import io.playcaller.health.fold.StateWeight;
import io.playcaller.health.fold.StoredAccount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The account states that this replica holds in memory, of all its partitions together: one budget of estimated bytes, and
 * beyond it those go that were not used for longest, whichever partition they are of. What went is read again when it is
 * needed. The work in hand, at most one turn's or one slice's accounts, may exceed the budget until it is stored. Used by the
 * log's thread only; the figures may be read by any.
 */
@ApplicationScoped
public class StateCache {

    private record Slot(int partition, String accountId) {}

    private record Entry(StoredAccount stored, long weight) {}

    private final long limit;
    private final Map<Slot, Entry> byUse = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Integer, Long> lives = new HashMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong states = new AtomicLong();
    private final AtomicLong evictions = new AtomicLong();

    @Inject
    StateCache(HealthConfig config) {
        this(Runtime.getRuntime().maxMemory() / 100 * config.fold().cacheShare());
    }

    /** @param limit bytes */
    StateCache(long limit) {
        this.limit = limit;
    }

    /** Begins to hold states of a partition, and lets go of what an earlier owner here held of it. */
    Of partition(int partition) {
        drop(partition);
        return new Of(partition, life(partition));
    }

    private long life(int partition) {
        return lives.getOrDefault(partition, 0L);
    }

    /** Lets go of everything of the partition: nothing in memory is truth, once the partition is not ours. */
    void drop(int partition) {
        lives.merge(partition, 1L, Long::sum);
        Iterator<Map.Entry<Slot, Entry>> all = byUse.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<Slot, Entry> next = all.next();
            if (next.getKey().partition() == partition) {
                all.remove();
                gone(next.getValue());
            }
        }
    }

    /** Lets go of everything. */
    void clear() {
        lives.replaceAll((partition, life) -> life + 1);
        byUse.clear();
        bytes.set(0);
        states.set(0);
    }

    private void gone(Entry entry) {
        bytes.addAndGet(-entry.weight());
        states.decrementAndGet();
    }

    /** Bytes that states may take. */
    public long limit() {
        return limit;
    }

    /** Bytes that the states here take, estimated. */
    public long bytes() {
        return bytes.get();
    }

    public long states() {
        return states.get();
    }

    /** States that went because the budget was spent, since the start. */
    public long evictions() {
        return evictions.get();
    }

    /** The states of one partition. */
    final class Of {

        private final int partition;
        private final long life;
        private final Set<String> moved = new HashSet<>();

        private Of(int partition, long life) {
            this.partition = partition;
            this.life = life;
        }

        @Nullable
        StoredAccount get(String accountId) {
            Entry entry = byUse.get(slot(accountId));
            return entry == null ? null : entry.stored();
        }

        /** One that is here already is weighed again before the next {@link #trim}, once for all facts of a turn. */
        void put(String accountId, StoredAccount stored) {
            Slot slot = slot(accountId);
            Entry before = byUse.get(slot);
            if (before == null) {
                hold(slot, stored, StateWeight.of(stored));
            } else {
                byUse.put(slot, new Entry(stored, before.weight()));
                moved.add(accountId);
            }
        }

        private void hold(Slot slot, StoredAccount stored, long weight) {
            Entry before = byUse.put(slot, new Entry(stored, weight));
            if (before != null) {
                gone(before);
            }
            bytes.addAndGet(weight);
            states.incrementAndGet();
        }

        private void weighMoved() {
            for (String accountId : moved) {
                StoredAccount stored = get(accountId);
                if (stored != null) {
                    hold(slot(accountId), stored, StateWeight.of(stored));
                }
            }
            moved.clear();
        }

        void forget(String accountId) {
            Entry before = byUse.remove(slot(accountId));
            if (before != null) {
                gone(before);
            }
        }

        /**
         * Lets go of what exceeds the budget, but of nothing of this partition that is {@code unstored}: it must not be read
         * again before it is. What of another partition is on its way into the store may go: that partition is asked nothing
         * before it is stored.
         */
        void trim(Predicate<String> unstored) {
            weighMoved();
            Iterator<Map.Entry<Slot, Entry>> eldest = byUse.entrySet().iterator();
            while (bytes.get() > limit && eldest.hasNext()) {
                Map.Entry<Slot, Entry> next = eldest.next();
                Slot of = next.getKey();
                if (of.partition() != partition || !unstored.test(of.accountId())) {
                    eldest.remove();
                    gone(next.getValue());
                    evictions.incrementAndGet();
                }
            }
        }

        /** Who held the partition before must not read what the next one holds. */
        private Slot slot(String accountId) {
            if (life(partition) != life) {
                throw new IllegalStateException("partition " + partition + " is held by a later owner");
            }
            return new Slot(partition, accountId);
        }
    }
}
