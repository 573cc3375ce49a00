package io.playcaller.lab.simulate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it ended for an account that could have been warned of.
 *
 * @param at when a warning would have counted: what was said by then is judged
 * @param decided when it was decided; null where nobody says
 * @param bad whether it ended badly
 */
record Outcome(String account, Instant at, @Nullable Instant decided, boolean bad) {}
