package io.playcaller.health.engine.fact;

import java.util.List;

/**
 * @param zone empty when nobody said
 * @param merge the one that it was last in
 * @param parents dated, oldest first; the newest {@link #PARENTS}
 */
public record Account(String name, String zone, boolean strategic, Merge merge, List<Parent> parents) {

    static final int PARENTS = 4;

    public Account {
        parents = List.copyOf(parents);
    }

    /** One that was never merged and stands for itself. */
    public Account(String name, String zone, boolean strategic) {
        this(name, zone, strategic, Merge.NONE, List.of());
    }

    /**
     * The account that it is a child of on {@code day}; empty without one. Days are whole: one that is merged, or itself again,
     * at any time of the day is so for all of it.
     */
    String parentOn(long day) {
        if (merge.holdsAt(Days.start(day + 1) - 1)) {
            return "";
        }
        String parent = "";
        for (Parent link : parents) {
            parent = link.holdsOn(day) ? link.accountId() : parent;
        }
        return parent;
    }
}
