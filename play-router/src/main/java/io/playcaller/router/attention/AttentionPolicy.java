package io.playcaller.router.attention;

import java.time.LocalTime;

/**
 * When our people may be interrupted; all times are by the wall clock of each person's zone.
 *
 * @param interruptions how many a day may bring beside the digest, critical ones not counted
 * @param digestAt when the digest of a working day is due
 * @param quietFrom from then on nothing but what is critical
 * @param quietUntil from then on again
 */
public record AttentionPolicy(int interruptions, LocalTime digestAt, LocalTime quietFrom, LocalTime quietUntil) {

    /** @throws IllegalArgumentException when the day has no hours, or its digest would be due outside of them */
    public AttentionPolicy {
        if (interruptions < 0) {
            throw new IllegalArgumentException("interruptions is negative: " + interruptions);
        }
        if (!quietUntil.isBefore(quietFrom) || digestAt.isBefore(quietUntil) || !digestAt.isBefore(quietFrom)) {
            throw new IllegalArgumentException("the quiet ends at " + quietUntil + ", the digest is due at " + digestAt
                    + ", the quiet begins at " + quietFrom + ": they must stand in this order within a day");
        }
    }
}
