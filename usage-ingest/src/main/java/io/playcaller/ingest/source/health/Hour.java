package io.playcaller.ingest.source.health;

/**
 * What a source did in one hour of business time.
 *
 * @param came items that it delivered and that were stored or kept, refused ones among them; not those of imports
 * @param refused of these, the ones that could not be used
 * @param beats other signs of life: heartbeats, and deliveries of imports
 */
public record Hour(long came, long refused, long beats) {

    public static final Hour EMPTY = new Hour(0, 0, 0);

    /** A delivery. */
    public static Hour delivery(long came, long refused) {
        return new Hour(came, refused, 0);
    }

    /** A sign of life without volume. */
    public static Hour beat() {
        return new Hour(0, 0, 1);
    }

    /** All signs of life. */
    long signs() {
        return came + beats;
    }

    public Hour plus(Hour other) {
        return new Hour(came + other.came, refused + other.refused, beats + other.beats);
    }
}
