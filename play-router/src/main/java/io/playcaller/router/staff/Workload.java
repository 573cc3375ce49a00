package io.playcaller.router.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What each of our people has to do, by staff id.
 *
 * @param lastOf who had the last task of an account, by its id; of the accounts that are worked on
 */
public record Workload(Map<String, Load> loads, Map<String, String> lastOf) {

    public static final Workload EMPTY = new Workload(Map.of(), Map.of());

    public Workload {
        loads = Map.copyOf(loads);
        lastOf = Map.copyOf(lastOf);
    }

    /**
     * What somebody has to do.
     *
     * @param today the working day to which what comes now belongs
     * @param minutes estimated minutes of their open tasks
     * @param begun tasks that are not critical and begin on a working day, this one and later ones
     */
    public record Load(LocalDate today, ZoneId zone, int minutes, Map<LocalDate, Integer> begun) {

        static final Load NONE = new Load(LocalDate.EPOCH, ZoneOffset.UTC, 0, Map.of());

        public Load {
            begun = Map.copyOf(begun);
        }

        private Load plus(int more, @Nullable LocalDate begins) {
            Map<LocalDate, Integer> days = new HashMap<>(begun);
            if (begins != null) {
                days.merge(begins, 1, Integer::sum);
            }
            return new Load(today, zone, minutes + more, days);
        }
    }

    /** Estimated minutes of their open tasks. */
    public int of(String staffId) {
        return load(staffId).minutes();
    }

    int begun(String staffId, LocalDate day) {
        return load(staffId).begun().getOrDefault(day, 0);
    }

    Optional<String> lastOf(@Nullable String accountId) {
        return accountId == null ? Optional.empty() : Optional.ofNullable(lastOf.get(accountId));
    }

    private Load load(String staffId) {
        return loads.getOrDefault(staffId, Load.NONE);
    }

    /**
     * With one task more.
     *
     * @param assignment whose it is; that of nobody changes nothing
     */
    public Workload plus(Assignment assignment, @Nullable String accountId, boolean critical, int minutes) {
        String staffId = assignment.staffId();
        if (staffId == null) {
            return this;
        }
        Load load = load(staffId);
        Instant startsAt = assignment.startsAt();
        LocalDate begins = startsAt == null ? load.today() : LocalDate.ofInstant(startsAt, load.zone());
        Map<String, Load> more = new HashMap<>(loads);
        more.put(staffId, load.plus(minutes, critical ? null : begins));
        Map<String, String> last = new HashMap<>(lastOf);
        if (accountId != null) {
            last.put(accountId, staffId);
        }
        return new Workload(more, last);
    }
}
