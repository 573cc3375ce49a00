package io.playcaller.forecast.engine.capacity;

/**
 * How many accounts of a tier alone a person serves.
 *
 * @param atLeast below it a person has room
 */
public record Band(String tier, int atLeast, int atMost) {

    public Band {
        if (atLeast < 1 || atMost < atLeast) {
            throw new IllegalArgumentException("the band of " + tier + " is " + atLeast + " to " + atMost);
        }
    }
}
