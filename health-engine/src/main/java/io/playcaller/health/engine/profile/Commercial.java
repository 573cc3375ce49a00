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
 * @param renewalDay end of the open contract that ends first; {@link Long#MAX_VALUE} without one
 * @param noticeDay first notice deadline; {@link Long#MAX_VALUE} without one
 * @param endedDay when the last contract ended; {@link Long#MAX_VALUE} while one is open or none is known
 */
public record Commercial(
        @Nullable Money arr,
        long seats,
        long startDay,
        long openSince,
        long renewalDay,
        long noticeDay,
        long endedDay) {

    public static Commercial of(View view) {
        Sum sum = new Sum();
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

        private final Map<String, Long> arr = new TreeMap<>();
        private long seats = -1;
        private final NavigableMap<Long, Long> endsByStart = new TreeMap<>();
        private long start = Long.MAX_VALUE;
        private long openSince = Long.MAX_VALUE;
        private long renewal = Long.MAX_VALUE;
        private long notice = Long.MAX_VALUE;
        private long ended = Long.MIN_VALUE;

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
            renewal = Math.min(renewal, contract.endDay());
            if (contract.noticeDays() > 0) {
                notice = Math.min(notice, contract.endDay() - contract.noticeDays());
            }
            contract.lines().stream().filter(line -> contract.counts(line, day)).forEach(line -> line(line, day));
        }

        private void line(Contract.Line line, long day) {
            arr.merge(line.currency(), line.arr(), Long::sum);
            if (line.seats() >= 0 && line.startDay() <= day) {
                seats = Math.max(seats, 0) + line.seats();
            }
        }

        Commercial total() {
            boolean open = renewal != Long.MAX_VALUE;
            return new Commercial(
                    open ? most() : null,
                    seats,
                    start,
                    unbroken(),
                    renewal,
                    notice,
                    open || ended == Long.MIN_VALUE ? Long.MAX_VALUE : ended);
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

        private @Nullable Money most() {
            Money most = null;
            for (Map.Entry<String, Long> entry : arr.entrySet()) {
                if (most == null || entry.getValue() > most.minor()) {
                    most = new Money(entry.getValue(), entry.getKey());
                }
            }
            return most;
        }
    }
}
