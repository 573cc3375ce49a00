package io.playcaller.contracts.forecast;

import io.playcaller.contracts.reason.Reason;
import org.jspecify.annotations.Nullable;

/**
 * One driver of a probability, in the shared vocabulary.
 *
 * @param reason null for a driver that is no reason of the vocabulary, such as tenure
 * @param points change of the renewal probability in millionths; the points of all drivers and the base rate sum to it
 */
public record Driver(String driver, @Nullable Reason reason, long points, String sentence) {}
