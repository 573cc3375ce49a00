package io.playcaller.health.engine.judgement;

import io.playcaller.health.engine.fact.Ruling;
import io.playcaller.health.engine.fact.View;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The overrides that hold at a time, by target: of each target the newest that was said by then, until it ends. */
public record InForce(Map<String, Ruling> byTarget) {

    public static final InForce NONE = new InForce(Map.of());

    public InForce {
        byTarget = Collections.unmodifiableMap(new TreeMap<>(byTarget));
    }

    /** What was said by {@code view.seen()} and has not ended at {@code view.now()}. */
    public static InForce of(View view) {
        if (view.facts().judgement().rulings().list().isEmpty()) {
            return NONE;
        }
        Map<String, Ruling> newest = new TreeMap<>();
        for (Ruling ruling : view.facts().judgement().rulings().list()) {
            if (ruling.at() <= view.seen()) {
                newest.put(ruling.target(), ruling);
            }
        }
        newest.values().removeIf(ruling -> !ruling.set() || ruling.until() <= view.now());
        return newest.isEmpty() ? NONE : new InForce(newest);
    }

    public boolean any() {
        return !byTarget.isEmpty();
    }

    /** What the whole score counts as; null while nobody says. */
    public @Nullable Ruling score() {
        return byTarget.get(Ruling.SCORE);
    }

    /** What a measure counts as; null while nobody says. */
    public @Nullable Ruling measure(String id) {
        return byTarget.get(id);
    }

    /** Equal for what may be compared: a score that moved because an override came or ended did not fall. */
    public int fingerprint() {
        int hash = 0;
        for (Ruling ruling : byTarget.values()) {
            hash = hash * 31 + ruling.target().hashCode() * 31 + Long.hashCode(ruling.points()) + 1;
        }
        return hash;
    }
}
