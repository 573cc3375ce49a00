package io.playcaller.health.engine.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The contracts of an account that are signed on a day, read together, as the contract ledger reads them. One that another replaces
 * ends where that one starts. One that is closed ends at its end. One that nobody closed is waited for beyond its end
 * ({@link Contract#GAP_DAYS}), or until one that starts about there, and does not say from which it goes on, has started.
 */
public final class Holdings {

    private static final long NEVER = Long.MAX_VALUE;

    private final long day;
    private final List<Held> all;
    private final List<Held> open;

    private Holdings(long day, List<Held> all) {
        this.day = day;
        this.all = all;
        this.open = all.stream().filter(held -> day < held.overDay()).toList();
    }

    /**
     * One of them.
     *
     * @param endedDay first day that is not paid for; {@link Long#MAX_VALUE} where none is known
     * @param overDay first day on which it is open no more
     * @param decided whether it is known what follows: it is closed, or another goes on from it
     */
    public record Held(Contract contract, long endedDay, long overDay, boolean decided) {}

    /** @param seen versions up to then count, milliseconds */
    public static Holdings on(long day, long seen, Keyed<Contract> contracts) {
        List<String> ids = new ArrayList<>();
        List<Contract> signed = new ArrayList<>();
        contracts.byId().forEach((id, history) -> {
            Contract contract = history.at(seen).value();
            if (contract.signedDay() <= day) {
                ids.add(id);
                signed.add(contract);
            }
        });
        List<Held> all = new ArrayList<>(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            all.add(held(ids.get(i), signed.get(i), signed, day));
        }
        return new Holdings(day, List.copyOf(all));
    }

    private static Held held(String id, Contract contract, List<Contract> all, long day) {
        boolean waitedFor = contract.waitedFor(day);
        long replaced = NEVER;
        long followed = NEVER;
        for (Contract other : all) {
            if (other.startDay() <= contract.startDay()) {
                continue;
            }
            if (other.replaces().equals(id)) {
                replaced = Math.min(replaced, other.startDay());
            } else if (waitedFor && other.replaces().isEmpty() && contract.endsAsStarts(other)) {
                followed = Math.min(followed, Math.max(contract.endDay(), other.startDay()));
            }
        }
        long next = Math.min(replaced, followed);
        return new Held(
                contract,
                Math.min(contract.endedDay(), replaced),
                Math.min(contract.overDay(), next),
                contract.closed(day) || next != NEVER);
    }

    public long day() {
        return day;
    }

    /** In order of their ids. */
    public List<Held> all() {
        return all;
    }

    public List<Held> open() {
        return open;
    }

    /**
     * Those of the open ones of which is still to be decided what follows; where that is decided of all, all. One whose end has long passed,
     * and that goes on without renewing itself, hides none of the others.
     */
    public List<Held> due() {
        List<Held> undecided = open.stream().filter(held -> !held.decided()).toList();
        List<Held> ahead = undecided.stream()
                .filter(held -> !held.contract().isLongPastItsEnd(day))
                .toList();
        if (!ahead.isEmpty()) {
            return ahead;
        }
        return undecided.isEmpty() ? open : undecided;
    }

    /** ARR of the open ones by currency, minor units. Where nothing is in force yet, it is what is signed for the first day. */
    public Map<String, Long> arr() {
        long first = open.stream()
                .mapToLong(held -> held.contract().firstDay())
                .min()
                .orElse(day);
        long at = Math.max(day, first);
        Map<String, Long> arr = new TreeMap<>();
        for (Held held : open) {
            for (Revenue revenue : held.contract().revenue()) {
                if (revenue.firstDay() <= at) {
                    arr.merge(revenue.currency(), revenue.arr(at), Revenue::sum);
                }
            }
        }
        return arr;
    }

    /** Seats that are paid for on the day; {@link Revenue#NO_SEATS} where nothing is sold by seat. */
    public long seats() {
        long seats = Revenue.NO_SEATS;
        for (Held held : open) {
            for (Revenue revenue : held.contract().revenue()) {
                long more = revenue.seats(day);
                seats = more == Revenue.NO_SEATS ? seats : Revenue.sum(Math.max(0, seats), more);
            }
        }
        return seats;
    }
}
