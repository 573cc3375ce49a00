package io.playcaller.health.engine.profile;

import io.playcaller.contracts.Money;
import io.playcaller.health.engine.fact.Contract;
import io.playcaller.health.engine.fact.Holdings;
import io.playcaller.health.engine.fact.Holdings.Held;
import io.playcaller.health.engine.fact.View;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an account's open contracts add up to on a day.
 *
 * @param arr of the currency that has most of it; null without an open contract
 * @param seats paid; -1 where nothing is sold by seat
 * @param startDay first start of any contract; {@link Long#MAX_VALUE} without one
 * @param openSince start of the run of contracts, each of which follows the one before it within {@link Contract#GAP_DAYS}, that is
 *     open; {@link Long#MAX_VALUE} without an open one
 * @param renewalDay end of the term that ends first, of the open contracts of which is still to be decided what follows; where that is
 *     decided of all, of all; {@link Long#MAX_VALUE} where none of these ends
 * @param noticeDay first notice deadline of the same; the next one where a contract that renews by itself is past it;
 *     {@link Long#MAX_VALUE} without one
 * @param deadlineDay the same of the terms that run, also where it is past
 * @param halfDay by when half of the term of one that does not renew by itself has passed; {@link Long#MAX_VALUE} without one
 * @param end of the last contract; null while one is open or none is known
 * @param life how long it is a customer
 */
public record Commercial(
        @Nullable Money arr,
        long seats,
        long startDay,
        long openSince,
        long renewalDay,
        long noticeDay,
        long deadlineDay,
        long halfDay,
        @Nullable End end,
        Life life) {

    /**
     * How the last contract ended.
     *
     * @param day the first one that was not paid for any more
     * @param goneDay since when it counts as gone: later where nobody closed it
     * @param closed whether somebody did
     */
    public record End(long day, long goneDay, boolean closed) {}

    /** @param anewAfterDays who comes back after so many days without a contract begins anew */
    public static Commercial of(View view, int anewAfterDays) {
        return new Sum(view.holdings(), anewAfterDays).total();
    }

    public boolean known() {
        return startDay != Long.MAX_VALUE;
    }

    public boolean open() {
        return openSince != Long.MAX_VALUE;
    }

    /** ARR in minor units; 0 without a contract. */
    public long amount() {
        return arr == null ? 0 : arr.minor();
    }

    private static final class Sum {

        private static final long NEVER = Long.MAX_VALUE;

        private final Holdings holdings;
        private final int anewAfterDays;
        private final NavigableMap<Long, Long> endsByStart = new TreeMap<>();
        private long start = NEVER;
        private long openSince = NEVER;
        private long renewal = NEVER;
        private long notice = NEVER;
        private long deadline = NEVER;
        private long half = NEVER;
        private long rolled = Life.NEVER;
        private @Nullable End last;

        Sum(Holdings holdings, int anewAfterDays) {
            this.holdings = holdings;
            this.anewAfterDays = anewAfterDays;
            for (Held held : holdings.all()) {
                add(held);
            }
            for (Held held : holdings.due()) {
                due(held.contract(), Term.of(held.contract(), holdings.day()));
            }
        }

        private void add(Held held) {
            Contract contract = held.contract();
            start = Math.min(start, contract.startDay());
            if (held.overDay() <= holdings.day()) {
                endsByStart.merge(contract.startDay(), held.endedDay(), Math::max);
                boolean later = last == null || held.overDay() > last.goneDay();
                last = later ? new End(held.endedDay(), held.overDay(), held.decided()) : last;
                return;
            }
            openSince = Math.min(openSince, contract.startDay());
            Term term = Term.of(contract, holdings.day());
            rolled = term.startDay() > contract.startDay() ? Math.max(rolled, term.startDay()) : rolled;
        }

        private void due(Contract contract, Term term) {
            renewal = Math.min(renewal, term.endDay());
            half = contract.runsOn() ? half : Math.min(half, term.startDay() + (term.endDay() - term.startDay()) / 2);
            if (contract.noticeDays() > 0 && term.ends()) {
                long by = term.endDay() - contract.noticeDays();
                boolean passed = contract.renewsItself() && by < holdings.day();
                deadline = Math.min(deadline, by);
                notice = Math.min(notice, passed ? term.next().endDay() - contract.noticeDays() : by);
            }
        }

        Commercial total() {
            boolean open = !holdings.open().isEmpty();
            Map.Entry<String, Long> most = open ? Worth.most(holdings.arr()) : null;
            return new Commercial(
                    most == null ? null : new Money(most.getValue(), most.getKey()),
                    holdings.seats(),
                    start,
                    unbroken(),
                    renewal,
                    notice,
                    deadline,
                    half,
                    open ? null : last,
                    Life.of(endsByStart, openSince, rolled, anewAfterDays));
        }

        private long unbroken() {
            long since = openSince;
            for (Map.Entry<Long, Long> before : endsByStart.descendingMap().entrySet()) {
                if (before.getKey() < since && before.getValue() + Contract.GAP_DAYS >= since) {
                    since = before.getKey();
                }
            }
            return since;
        }
    }
}
