package io.playcaller.bench.peer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The identities of the last minutes of log time, as health-service's window has them: 128 bits each, in slices that begin at a
 * tick, an identity in the slice in which it came last. The service reads the log once more to rebuild its window; Kafka
 * Streams cannot go back in its input, so here each identity is in a store with a changelog.
 */
final class Seen {

    private final KeyValueStore<Bytes, Long> store;
    private final Duration length;
    private final MessageDigest digest;
    /** The beginnings of the slices in milliseconds, each with what came in it. */
    private final TreeMap<Long, List<Bytes>> slices = new TreeMap<>();

    Seen(KeyValueStore<Bytes, Long> store, Duration length) {
        this.store = store;
        this.length = length;
        this.digest = md5();
        slices.put(Long.MIN_VALUE, new ArrayList<>());
        restore();
    }

    private void restore() {
        try (KeyValueIterator<Bytes, Long> all = store.all()) {
            all.forEachRemaining(entry -> slices.computeIfAbsent(entry.value, begin -> new ArrayList<>())
                    .add(entry.key));
        }
    }

    /**
     * Takes the identity in.
     *
     * @param tick the log's time when the record is a tick, else null
     * @return false if it was in already
     */
    boolean first(String source, String id, @Nullable Instant tick) {
        if (tick != null) {
            advance(tick.toEpochMilli());
        }
        Bytes identity = identity(source, id);
        long newest = slices.lastKey();
        Long last = store.get(identity);
        if (last == null || last != newest) {
            store.put(identity, newest);
            slices.lastEntry().getValue().add(identity);
        }
        return last == null;
    }

    private void advance(long at) {
        if (at <= slices.lastKey()) {
            return;
        }
        slices.put(at, new ArrayList<>());
        Long newestToLeave = slices.lowerKey(beginOfWindow(at));
        if (newestToLeave != null) {
            var leaving = slices.headMap(newestToLeave, true);
            leaving.forEach(this::forget);
            leaving.clear();
        }
    }

    /** The slice in which the window begins: the last that does not begin after {@code at - length}. */
    private long beginOfWindow(long at) {
        Long begin = slices.floorKey(at - length.toMillis());
        return begin == null ? Long.MIN_VALUE : begin;
    }

    /** What came again later is in a later slice, too, and stays. */
    private void forget(Long begin, List<Bytes> slice) {
        for (Bytes identity : slice) {
            if (begin.equals(store.get(identity))) {
                store.delete(identity);
            }
        }
    }

    private Bytes identity(String source, String id) {
        digest.update(source.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return Bytes.wrap(digest.digest(id.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
