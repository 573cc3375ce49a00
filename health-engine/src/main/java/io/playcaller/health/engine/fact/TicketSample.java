package io.playcaller.health.engine.fact;

import io.playcaller.contracts.fact.TicketSeverity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * Which tickets of an account are looked at, where they are many. Of those that were opened in the same {@link #DAYS} days, counted
 * from the epoch, the {@link #MOST} with the lowest fingerprints, and as many of those that were ever told to be severe. Of such
 * periods the newest {@link #PERIODS} in which any was opened. All of that is the least or the greatest of a set, and each fact of
 * a ticket names its id and when it was opened: so which tickets are looked at is a function of the facts, whatever their order
 * and however often they are told, and what is told later of a ticket that is not looked at changes nothing.
 *
 * <p>Of a ticket that is looked at only because it is severe, the newest version that says so is kept, and nothing that calls it
 * less: it counts as solved {@link #SEVERE_DAYS} days after it was last told to be severe.
 *
 * @param periods by number
 * @param lowered of tickets that are told apart, the newest version that calls them severe, where that is older than what is
 *     kept of them: should they be told apart no longer, they are looked at by it
 */
public record TicketSample(NavigableMap<Long, Period> periods, Keyed<Ticket> lowered) {

    /** Tickets of a period that are told apart, and severe ones of it. */
    public static final int MOST = 32;

    public static final int DAYS = 28;

    /** A year of them, where each has tickets. */
    public static final int PERIODS = 13;

    private static final int SEVERE_DAYS = 14;

    public static final TicketSample NONE = new TicketSample(Collections.emptyNavigableMap(), Keyed.empty());

    /**
     * Fingerprints of the tickets that were opened in one, rising; one more than are looked at says that there were more.
     *
     * @param all whatever they are
     * @param severe those that were told to be
     */
    public record Period(List<Long> all, List<Long> severe) {

        static final Period EMPTY = new Period(List.of(), List.of());

        public Period {
            all = List.copyOf(all);
            severe = List.copyOf(severe);
        }

        /** With one ticket more, or the same where it is known or has no place. */
        public Period with(long key, boolean isSevere) {
            List<Long> nextAll = lowest(all, key);
            List<Long> nextSevere = isSevere ? lowest(severe, key) : severe;
            return nextAll == all && nextSevere == severe ? this : new Period(nextAll, nextSevere);
        }

        private static List<Long> lowest(List<Long> keys, long key) {
            int index = Collections.binarySearch(keys, key);
            if (index >= 0 || -index - 1 > MOST) {
                return keys;
            }
            List<Long> next = new ArrayList<>(keys);
            next.add(-index - 1, key);
            return next.size() > MOST + 1 ? next.subList(0, MOST + 1) : next;
        }

        private static boolean among(List<Long> keys, long key) {
            int index = Collections.binarySearch(keys, key);
            return index >= 0 && index < MOST;
        }
    }

    public TicketSample {
        periods = periods.isEmpty()
                ? Collections.emptyNavigableMap()
                : Collections.unmodifiableNavigableMap(new TreeMap<>(periods));
    }

    /** What follows from the tickets that are kept. */
    public static TicketSample of(Keyed<Ticket> tickets) {
        TicketSample sample = NONE;
        for (var ticket : tickets.byId().entrySet()) {
            for (Version<Ticket> version : ticket.getValue().versions()) {
                sample = sample.with(number(version.value()), Fingerprint.of(ticket.getKey()), severe(version.value()));
            }
        }
        return sample;
    }

    /** With one ticket more of the period of that number. */
    public TicketSample with(long number, long key, boolean isSevere) {
        Period before = periods.getOrDefault(number, Period.EMPTY);
        Period after = before.with(key, isSevere);
        if (after.equals(before)) {
            return this;
        }
        TreeMap<Long, Period> next = new TreeMap<>(periods);
        next.put(number, after);
        if (next.size() > PERIODS) {
            next.pollFirstEntry();
        }
        return new TicketSample(next, lowered);
    }

    /**
     * What is kept of an account's tickets.
     *
     * @param tickets those that are looked at
     */
    record Kept(Keyed<Ticket> tickets, TicketSample sample) {}

    /** With one fact more of a ticket. */
    Kept told(Keyed<Ticket> tickets, String id, Version<Ticket> version) {
        TicketSample next = with(number(version.value()), Fingerprint.of(id), severe(version.value()));
        Keyed<Ticket> known = tickets.with(id, version);
        TreeMap<String, History<Ticket>> looked = new TreeMap<>();
        TreeMap<String, History<Ticket>> behind = new TreeMap<>();
        known.byId().forEach((one, history) -> next.keep(one, withLowered(one, history), looked, behind));
        return new Kept(new Keyed<>(looked), new TicketSample(next.periods, new Keyed<>(behind)));
    }

    private List<Version<Ticket>> withLowered(String id, History<Ticket> history) {
        History<Ticket> behind = lowered.byId().get(id);
        return behind == null
                ? history.versions()
                : history.with(behind.newest(), Integer.MAX_VALUE).versions();
    }

    private void keep(
            String id,
            List<Version<Ticket>> known,
            Map<String, History<Ticket>> looked,
            Map<String, History<Ticket>> behind) {
        long key = Fingerprint.of(id);
        List<Version<Ticket>> apart = known.stream()
                .filter(one -> Period.among(period(one).all(), key))
                .toList();
        List<Version<Ticket>> newest = apart.subList(Math.max(0, apart.size() - History.KEPT), apart.size());
        Optional<Version<Ticket>> severe = known.stream()
                .filter(one -> severe(one.value()) && Period.among(period(one).severe(), key))
                .reduce((older, newer) -> newer);
        if (!newest.isEmpty()) {
            looked.put(id, new History<>(newest));
            severe.filter(one -> !newest.contains(one)).ifPresent(one -> behind.put(id, History.of(one)));
        } else {
            severe.ifPresent(one -> looked.put(id, History.of(over(one))));
        }
    }

    private Period period(Version<Ticket> version) {
        return periods.getOrDefault(number(version.value()), Period.EMPTY);
    }

    /** Without what facts of these ties said, for good. */
    TicketSample without(IntPredicate gone) {
        return new TicketSample(periods, lowered.withoutVersions(Long.MAX_VALUE, gone));
    }

    /** Whether there were more tickets than are told apart, of those opened in the 28 days in which {@code day} lies, or later. */
    public boolean partialSince(long day) {
        return periods.tailMap(Math.floorDiv(day, DAYS), true).values().stream()
                .anyMatch(period -> period.all().size() > MOST);
    }

    private static Version<Ticket> over(Version<Ticket> version) {
        Ticket ticket = version.value();
        long solvedAt = Math.min(ticket.solvedAt(), version.at() + SEVERE_DAYS * Days.MILLIS);
        return new Version<>(version.order(), version.at(), version.tie(), ticket.solvedAt(solvedAt));
    }

    private static long number(Ticket ticket) {
        return Math.floorDiv(Days.of(ticket.openedAt()), DAYS);
    }

    private static boolean severe(Ticket ticket) {
        return ticket.severity() == TicketSeverity.SEV1 || ticket.severity() == TicketSeverity.SEV2;
    }
}
