package io.playcaller.forecast.engine.ledger;

import java.util.Comparator;

/**
 * What is compared between start and end.
 *
 * @param owner the account, or its topmost parent where that is the grain
 * @param product empty where the grain is coarser than a line
 */
public record Unit(String owner, String product) implements Comparable<Unit> {

    private static final Comparator<Unit> ORDER =
            Comparator.comparing(Unit::owner).thenComparing(Unit::product);

    @Override
    public int compareTo(Unit other) {
        return ORDER.compare(this, other);
    }
}
