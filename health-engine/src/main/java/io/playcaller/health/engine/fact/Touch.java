package io.playcaller.health.engine.fact;

import java.util.List;

/**
 * One of ours was in touch.
 *
 * @param people fingerprints of the customer's people who took part, at most {@link #PEOPLE}
 */
public record Touch(long at, int tie, List<Long> people) implements Mark {

    static final int PEOPLE = 6;

    public Touch {
        people = List.copyOf(people);
    }
}
