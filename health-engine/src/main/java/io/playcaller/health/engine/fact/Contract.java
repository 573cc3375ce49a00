package io.playcaller.health.engine.fact;

import io.playcaller.contracts.register.ContractTerm;
import java.util.List;

/**
 * A contract by its days, as it says itself; what others make of it is asked of {@link Holdings}.
 *
 * @param signedDay {@link Long#MAX_VALUE} when it was withdrawn
 * @param endDay first day that is no longer paid for; {@link Long#MAX_VALUE} of an open one without an end
 * @param runsOn whether it goes on beyond that day until somebody closes it, as the register says it
 * @param renewsItself whether it runs on by terms that follow one another by themselves
 * @param closedDay when its outcome was decided; {@link Long#MAX_VALUE} while it is open
 * @param replaces the id of the contract that it goes on from; empty where nobody said
 * @param product that its lines are of
 * @param revenue what it is worth from day to day, by currency
 * @param noticeReceivedDay when the customer declared that they leave; {@link Long#MAX_VALUE} while they have not
 */
public record Contract(
        long signedDay,
        long startDay,
        long endDay,
        boolean runsOn,
        boolean renewsItself,
        int noticeDays,
        long closedDay,
        String replaces,
        Product product,
        List<Revenue> revenue,
        List<Line> lines,
        long noticeReceivedDay) {

    /** Who goes on within so many days never left; so long one that ended is waited for until somebody closes it. */
    public static final int GAP_DAYS = 30;

    static final int LINES = 6;

    private static final long NEVER = Long.MAX_VALUE;

    /**
     * What it is of.
     *
     * @param endDay from which on it is of that no more; {@link Long#MAX_VALUE} of a line that goes on with its contract
     * @param product as use names it; empty where that is not known
     */
    public record Line(long endDay, String product) {

        /** @param contractEndDay a line that ends no earlier ends with its contract */
        public static Line until(long endDay, long contractEndDay, String product) {
            return new Line(endDay < contractEndDay ? endDay : NEVER, product);
        }
    }

    public Contract {
        revenue = List.copyOf(revenue);
        lines = List.copyOf(lines);
    }

    /** One that never was, as was told on {@code day}: it goes like one that ended then. */
    static Contract withdrawn(long day) {
        return new Contract(NEVER, NEVER, day, false, false, 0, day, "", Product.NONE, List.of(), List.of(), NEVER);
    }

    boolean stands() {
        return signedDay != NEVER;
    }

    /** Whether it is known of which products all of its lines are. */
    public boolean namesProducts() {
        return lines.size() < LINES
                && lines.stream().noneMatch(line -> line.product().isEmpty());
    }

    /** The first day on which it is worth anything. */
    long firstDay() {
        return revenue.stream().mapToLong(Revenue::firstDay).min().orElse(startDay);
    }

    /**
     * First day that is not paid for: of one that is closed that of the register, which is that of the ledger, too. {@link Long#MAX_VALUE}
     * where none is known.
     */
    public long endedDay() {
        if (!runsOn) {
            return endDay;
        }
        if (closedDay == NEVER || closedDay <= endDay) {
            return Math.max(endDay, closedDay);
        }
        return cancelledInLaterTerm() ? endOfTerm(noticeReceivedDay) : closedDay;
    }

    private boolean cancelledInLaterTerm() {
        return renewsItself && noticeReceivedDay >= endDay && noticeReceivedDay <= closedDay;
    }

    private long endOfTerm(long day) {
        ContractTerm written = new ContractTerm(Days.date(startDay), Days.date(endDay));
        return Days.of(written.on(Days.date(day)).endsOn());
    }

    /** First day on which it is no contract any more: closed at its end, or for so long closed by nobody. */
    public long overDay() {
        return runsOn ? endedDay() : Math.min(endDay + GAP_DAYS, Math.max(endDay, closedDay));
    }

    /** Whether it goes on beyond its end, renews itself not, and nobody has said for so long what follows. */
    boolean isLongPastItsEnd(long day) {
        return runsOn && !renewsItself && endDay + GAP_DAYS <= day;
    }

    boolean closed(long day) {
        return closedDay <= day;
    }

    /** Whether it is past its end, and nobody had closed it by then. */
    boolean waitedFor(long day) {
        return !runsOn && endDay <= day && endDay < closedDay;
    }

    /** Whether {@code other} starts where this one ends, as far as days tell. */
    boolean endsAsStarts(Contract other) {
        return Math.abs(other.startDay - endDay) <= GAP_DAYS;
    }
}
