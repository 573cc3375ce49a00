package io.playcaller.ingest.pace.app;

import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * What was noted and is not written yet, so that no event costs a write. A crash loses it. What cannot be written is kept for the
 * next time; a write whose answer was lost is done again.
 */
public final class Backlog<K, V> {

    private final Map<K, V> unwritten = new ConcurrentHashMap<>();
    private final BinaryOperator<V> sum;

    /** @param sum of what was noted before and what is noted now, under one key; the order does not matter */
    public Backlog(BinaryOperator<V> sum) {
        this.sum = sum;
    }

    public void note(K key, V value) {
        unwritten.merge(key, value, sum);
    }

    /** Whether it can be noted while no more than so many keys wait. */
    public boolean hasRoom(K key, int most) {
        return unwritten.size() < most || unwritten.containsKey(key);
    }

    /** Hands over what there is, if anything; keeps it when that fails. */
    public Uni<Void> write(Function<Map<K, V>, Uni<Void>> writing) {
        Map<K, V> batch = new HashMap<>();
        for (K key : Set.copyOf(unwritten.keySet())) {
            V value = unwritten.remove(key);
            if (value != null) {
                batch.put(key, value);
            }
        }
        return batch.isEmpty()
                ? Uni.createFrom().voidItem()
                : writing.apply(batch).onFailure().invoke(fault -> batch.forEach(this::note));
    }
}
