package io.playcaller.health.engine.profile;

import io.playcaller.contracts.Money;
import io.playcaller.health.engine.fact.Contract;
import io.playcaller.health.engine.fact.History;
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
 * @param openSince start of the run of contracts, each of which follows the one before it without a day between, that is open;
 *     {@link Long#MAX_VALUE} without an open one
 * @param renewalDay end of the term that ends first, of the open contracts; {@link Long#MAX_VALUE} without one
 * @param noticeDay first notice deadline; the next one where a contract that renews by itself is past it; {@link Long#MAX_VALUE}
 *     without one
 * @param deadlineDay the same of the terms that run, also where it is past
 * @param halfDay by when half of the term of one that does not renew by itself has passed; {@link Long#MAX_VALUE} without one
 * @param endedDay when the last contract ended; {@link Long#MAX_VALUE} while one is open or none is known
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
        long endedDay,
        Life life) {

    /** @param anewAfterDays who comes back after so many days without a contract begins anew */
    public static Commercial of(View view, int anewAfterDays) {
        Sum sum = new Sum(anewAfterDays);
        for (History<Contract> history :
                view.facts().register().contracts().byId().values()) {
            sum.add(history.at(view.seen()).value(), view.day());
        }
        return sum.total();
    }

    public boolean known() {
        return startDay != Long.MAX_VALUE;
    }

    public boolean open() {
        return renewalDay != Long.MAX_VALUE;
    }

    /** ARR in minor units; 0 without a contract. */
    public long amount() {
        return arr == null ? 0 : arr.minor();
    }

    private static final class Sum {

        private final int anewAfterDays;
        private final Map<String, Long> arr = new TreeMap<>();
        private long seats = -1;
        private final NavigableMap<Long, Long> endsByStart = new TreeMap<>();
        private long start = Long.MAX_VALUE;
        private long openSince = Long.MAX_VALUE;
        private long renewal = Long.MAX_VALUE;
        private long notice = Long.MAX_VALUE;
        private long deadline = Long.MAX_VALUE;
        private long half = Long.MAX_VALUE;
        private long rolled = Life.NEVER;
        private long ended = Long.MIN_VALUE;

        Sum(int anewAfterDays) {
            this.anewAfterDays = anewAfterDays;
        }

        void add(Contract contract, long day) {
            if (contract.signedDay() > day) {
                return;
            }
            start = Math.min(start, contract.startDay());
            if (!contract.open(day)) {
                long end = Math.min(contract.closedDay(), contract.endDay());
                ended = Math.max(ended, end);
                endsByStart.merge(contract.startDay(), contract.autoRenew() ? contract.closedDay() : end, Math::max);
                return;
            }
            openSince = Math.min(openSince, contract.startDay());
            term(contract, Term.of(contract, day), day);
            for (Contract.Line line : contract.lines()) {
                if (contract.counts(line, day)) {
                    line(line, day);
                }
            }
        }

        private void term(Contract contract, Term term, long day) {
            renewal = Math.min(renewal, term.endDay());
            rolled = term.startDay() > contract.startDay() ? Math.max(rolled, term.startDay()) : rolled;
            half = contract.autoRenew()
                    ? half
                    : Math.min(half, term.startDay() + (term.endDay() - term.startDay()) / 2);
            if (contract.noticeDays() > 0) {
                long last = term.endDay() - contract.noticeDays();
                boolean passed = contract.autoRenew() && last < day;
                deadline = Math.min(deadline, last);
                notice = Math.min(notice, passed ? term.next().endDay() - contract.noticeDays() : last);
            }
        }

        private void line(Contract.Line line, long day) {
            arr.merge(line.currency(), line.arr(), Worth::sum);
            if (line.seats() >= 0 && line.startDay() <= day) {
                seats = Math.max(seats, 0) + line.seats();
            }
        }

        Commercial total() {
            boolean open = renewal != Long.MAX_VALUE;
            Map.Entry<String, Long> most = open ? Worth.most(arr) : null;
            return new Commercial(
                    most == null ? null : new Money(most.getValue(), most.getKey()),
                    seats,
                    start,
                    unbroken(),
                    renewal,
                    notice,
                    deadline,
                    half,
                    open || ended == Long.MIN_VALUE ? Long.MAX_VALUE : ended,
                    Life.of(endsByStart, openSince, rolled, anewAfterDays));
        }

        private long unbroken() {
            long since = openSince;
            for (Map.Entry<Long, Long> before : endsByStart.descendingMap().entrySet()) {
                if (before.getKey() < since && before.getValue() >= since) {
                    since = before.getKey();
                }
            }
            return since;
        }
    }
}
