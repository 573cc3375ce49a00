package io.playcaller.health.engine.fact;

/**
 * An answer to a survey.
 *
 * @param person fingerprint of who gave it; {@link #NOBODY} where it names nobody
 */
public record Answer(long at, int tie, int score, long person) implements Mark {

    public static final long NOBODY = 0;

    /** One that names nobody. */
    public Answer(long at, int tie, int score) {
        this(at, tie, score, NOBODY);
    }

    public boolean named() {
        return person != NOBODY;
    }
}
