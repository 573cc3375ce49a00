package io.playcaller.router.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * One attempt at a delivery that this process makes.
 *
 * @param attempt from 1; above 1 an earlier one may have reached the tool all the same
 * @param at real time
 * @param externalId what the tool calls the task, once it said so
 */
public record Attempt(Delivery delivery, int attempt, Instant at, Optional<String> externalId) {

    private static final String FIRST = "created";

    public boolean mayHaveArrived() {
        return attempt > 1;
    }

    /** Whether the tool cannot have the task yet: this is the first that it hears of it. */
    public boolean isFirstOfTask() {
        return !mayHaveArrived() && delivery.purpose().equals(FIRST);
    }
}
