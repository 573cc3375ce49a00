package io.playcaller.health.engine.profile;

import io.playcaller.health.engine.fact.Contract;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * How long an account is a customer, in days of its contracts. {@link #NEVER} for what did not happen.
 *
 * @param beganDay start of this life: the first contract's, or of the one with which the customer came back after so long that
 *     it begins anew
 * @param formerEndDay when the life before it ended
 * @param backDay when the customer last came back, if there was a time without a contract; who goes on within
 *     {@link Contract#GAP_DAYS} never left
 * @param renewedDay when a term last ended and another went on
 */
public record Life(long beganDay, long formerEndDay, long backDay, long renewedDay) {

    public static final long NEVER = Long.MIN_VALUE;

    /**
     * @param ended the contracts that ended: the first day that was not paid for, by the first that was
     * @param openSince first day of the open ones
     * @param rolledDay when one of them last renewed by itself
     */
    static Life of(NavigableMap<Long, Long> ended, long openSince, long rolledDay, int anewAfterDays) {
        long began = openSince;
        long back = NEVER;
        long renewed = rolledDay;
        for (var last = lastBefore(ended, began); last.isPresent(); last = lastBefore(ended, began)) {
            long end = last.get().getValue();
            long gap = began - end;
            boolean anew = gap >= anewAfterDays && gap > 0;
            back = back == NEVER && (anew || gap > Contract.GAP_DAYS) ? began : back;
            if (anew) {
                return new Life(began, end, back, renewed);
            }
            renewed = back == NEVER ? Math.max(renewed, end) : renewed;
            began = last.get().getKey();
        }
        return new Life(began, NEVER, back, renewed);
    }

    /** Of those that began before {@code day} the one that ended last. */
    private static Optional<Map.Entry<Long, Long>> lastBefore(NavigableMap<Long, Long> ended, long day) {
        if (ended.isEmpty()) {
            return Optional.empty();
        }
        return ended.headMap(day, false).entrySet().stream()
                .max(Comparator.<Map.Entry<Long, Long>>comparingLong(Map.Entry::getValue)
                        .thenComparingLong(entry -> -entry.getKey()));
    }
}
