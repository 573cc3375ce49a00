package io.playcaller.health.engine.fact;

import java.util.List;

/**
 * A contract by its days.
 *
 * @param signedDay {@link Long#MAX_VALUE} when it was withdrawn
 * @param endDay first day that is no longer paid for
 * @param closedDay {@link Long#MAX_VALUE} while it is open
 * @param product that its lines are of
 * @param noticeReceivedDay when the customer declared that they leave; {@link Long#MAX_VALUE} while they have not
 */
public record Contract(
        long signedDay,
        long startDay,
        long endDay,
        boolean autoRenew,
        int noticeDays,
        long closedDay,
        Product product,
        List<Line> lines,
        long noticeReceivedDay) {

    static final int LINES = 6;

    private static final long NEVER = Long.MAX_VALUE;

    /**
     * One product of it.
     *
     * @param arr minor units
     * @param seats -1 where it is not sold by seat
     * @param product as use names it; empty where that is not known
     */
    public record Line(long arr, String currency, int seats, long startDay, long endDay, String product) {}

    public Contract {
        lines = List.copyOf(lines);
    }

    /** One that never was, as was told on {@code day}: it goes like one that ended then. */
    static Contract withdrawn(long day) {
        return new Contract(NEVER, NEVER, day, false, 0, NEVER, Product.NONE, List.of(), NEVER);
    }

    boolean stands() {
        return signedDay != NEVER;
    }

    /** Whether it is known of which products all of its lines are. */
    public boolean namesProducts() {
        return lines.size() < LINES
                && lines.stream().noneMatch(line -> line.product().isEmpty());
    }

    /** Signed, not closed, and not run out. */
    public boolean open(long day) {
        return signedDay <= day && day < closedDay && (autoRenew || day < endDay);
    }

    /** Whether it is open, and the customer said that it shall not go on. */
    public boolean noticed(long day) {
        return open(day) && noticeReceivedDay <= day;
    }

    /** Whether {@code line} is still paid for, or will be. */
    public boolean counts(Line line, long day) {
        return autoRenew || day < line.endDay();
    }
}
