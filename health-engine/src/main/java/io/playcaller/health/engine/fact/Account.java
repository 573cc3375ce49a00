package io.playcaller.health.engine.fact;

/**
 * @param zone empty when nobody said
 * @param merge the one that it was last in
 */
public record Account(String name, String zone, boolean strategic, Merge merge) {

    /** One that was never merged. */
    public Account(String name, String zone, boolean strategic) {
        this(name, zone, strategic, Merge.NONE);
    }
}
