/**
 * The forecast, pure: contracts in, figures out. {@code ledger} says what happened to recurring revenue, {@code contract}
 * how likely one contract renews and why, {@code portfolio} what that means for a quarter, as a distribution. No I/O, no
 * clock: the day is an argument. Money is never a {@code double}; probabilities are inside, millionths outside.
 */
@NullMarked
package io.playcaller.forecast.engine;

import org.jspecify.annotations.NullMarked;
