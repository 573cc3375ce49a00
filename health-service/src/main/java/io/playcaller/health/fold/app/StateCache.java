package io.playcaller.health.fold.app;

import io.playcaller.health.config.HealthConfig;
import io.playcaller.health.fold.Held;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The stored account states that this replica has in memory, of all its partitions together, as the bytes that were stored: a
 * tenth of what the objects take, and nothing for the collector to walk through. One budget, and beyond it those go that were
 * not used for longest, whichever partition they are of. What went is read again when it is needed. Used by the log's thread
 * only; the figures may be read by any.
 */
@ApplicationScoped
public class StateCache {

    /** What an entry takes besides the state: its key, its places in the map, headers of objects. */
    private static final long ENTRY = 250;

    private record Slot(int partition, String accountId) {}

    // Nobody writes to the array, and none is compared with another.
    @SuppressWarnings("ArrayRecordComponent")
    private record Packed(byte[] state, long rev) {

        long weight() {
            return ENTRY + state.length;
        }
    }

    private final long limit;
    private final Map<Slot, Packed> byUse = new LinkedHashMap<>(16, 0.75f, true);
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
        Iterator<Map.Entry<Slot, Packed>> all = byUse.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<Slot, Packed> next = all.next();
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

    private void gone(Packed packed) {
        bytes.addAndGet(-packed.weight());
        states.decrementAndGet();
    }

    private void trim() {
        Iterator<Map.Entry<Slot, Packed>> eldest = byUse.entrySet().iterator();
        while (bytes.get() > limit && eldest.hasNext()) {
            Packed packed = eldest.next().getValue();
            eldest.remove();
            gone(packed);
            evictions.incrementAndGet();
        }
    }

    /** Bytes that states may take. */
    public long limit() {
        return limit;
    }

    /** Bytes that the states here take, with their keys. */
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

        private Of(int partition, long life) {
            this.partition = partition;
            this.life = life;
        }

        @Nullable
        Held get(String accountId) {
            Packed packed = byUse.get(slot(accountId));
            return packed == null ? null : Held.read(packed.state(), packed.rev());
        }

        /** @param held as the store has it: it may go and be read again at any time */
        void put(String accountId, Held held) {
            Packed packed = new Packed(held.written(), held.rev());
            Packed before = byUse.put(slot(accountId), packed);
            if (before != null) {
                gone(before);
            }
            bytes.addAndGet(packed.weight());
            states.incrementAndGet();
            trim();
        }

        void forget(String accountId) {
            Packed before = byUse.remove(slot(accountId));
            if (before != null) {
                gone(before);
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
