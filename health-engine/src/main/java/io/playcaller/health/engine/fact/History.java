package io.playcaller.health.engine.fact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The newest versions of one record, oldest first, so that the past can be judged as it was. The set of the newest, usually
 * {@link #KEPT}, does not depend on the order of arrival.
 */
public record History<R extends Record>(List<Version<R>> versions) {

    static final int KEPT = 3;

    public History {
        versions = List.copyOf(versions);
    }

    static <R extends Record> History<R> of(Version<R> version) {
        return new History<>(List.of(version));
    }

    History<R> with(Version<R> version) {
        return with(version, KEPT);
    }

    History<R> with(Version<R> version, int kept) {
        int index = Collections.binarySearch(versions, version);
        if (index >= 0 || (versions.size() >= kept && index == -1)) {
            return this;
        }
        List<Version<R>> next = new ArrayList<>(versions);
        next.add(-index - 1, version);
        return new History<>(next.size() > kept ? next.subList(1, next.size()) : next);
    }

    /** Without the versions of these ties from before {@code end}; empty when none is left. */
    Optional<History<R>> without(long end, IntPredicate gone) {
        List<Version<R>> left = versions.stream()
                .filter(version -> version.at() >= end || !gone.test(version.tie()))
                .toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(new History<>(left));
    }

    /** The record as it was when everything up to {@code seen} had happened; before its first version, the first. */
    public Version<R> at(long seen) {
        for (int i = versions.size() - 1; i > 0; i--) {
            if (versions.get(i).at() <= seen) {
                return versions.get(i);
            }
        }
        return versions.get(0);
    }

    /** The record as it was told by {@code seen}; null before its first version. */
    public @Nullable Version<R> toldBy(long seen) {
        return oldest().at() <= seen ? at(seen) : null;
    }

    public Version<R> newest() {
        return versions.get(versions.size() - 1);
    }

    public Version<R> oldest() {
        return versions.get(0);
    }
}
