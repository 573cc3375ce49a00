package io.playcaller.lab.simulate;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What two models made of one log.
 *
 * @param until the log's time at its end; {@code from} is where the span begins
 * @param failed accounts whose fold threw, which are left out
 * @param unreadable records that nobody here can read
 * @param grades how many accounts go from one grade to another, such as {@code B→C}; those that stay are not in it
 * @param regraded by ARR, the largest first
 * @param products whose grade is another one for some accounts, the most accounts first
 * @param signals by reason, of each model
 */
public record Simulated(
        Version inForce,
        Version candidate,
        Instant from,
        Instant until,
        long facts,
        int accounts,
        int failed,
        long unreadable,
        SortedMap<String, Integer> grades,
        List<Regraded> regraded,
        List<ProductMove> products,
        SortedMap<String, Pair<SignalTally>> signals,
        @Nullable Pair<Foretold> foretold) {

    public Simulated {
        regraded = List.copyOf(regraded);
        products = List.copyOf(products);
    }

    /** A model by its name and the hash of its files. */
    public record Version(String name, String hash) {}

    /** The same of both. */
    public record Pair<T>(T inForce, T candidate) {}
}
