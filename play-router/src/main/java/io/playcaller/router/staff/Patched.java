package io.playcaller.router.staff;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map that is a value: what is put into it leaves it as it was. What was put lies apart from what was there before, and only
 * that is copied with each put; once it is more than the square root of the rest, it is taken in. So to put {@code n} entries
 * takes some {@code n√n} steps, where copies of the whole take {@code n²}.
 */
final class Patched<K, V> {

    private final Map<K, V> before;
    private final Map<K, V> put;

    private Patched(Map<K, V> before, Map<K, V> put) {
        this.before = before;
        this.put = put;
    }

    static <K, V> Patched<K, V> of(Map<K, V> entries) {
        return new Patched<>(Map.copyOf(entries), Map.of());
    }

    @Nullable
    V get(K key) {
        V newer = put.get(key);
        return newer == null ? before.get(key) : newer;
    }

    Patched<K, V> with(K key, V value) {
        Map<K, V> patch = new HashMap<>(put);
        patch.put(key, value);
        if ((long) patch.size() * patch.size() <= before.size()) {
            return new Patched<>(before, patch);
        }
        Map<K, V> whole = new HashMap<>(before);
        whole.putAll(patch);
        return new Patched<>(whole, Map.of());
    }
}
