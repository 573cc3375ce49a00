package io.playcaller.router.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What each of our people has to do. A value: with a task more it is another one, and most of both is the same. */
public final class Workload {

    public static final Workload EMPTY = new Workload(Map.of(), Map.of());

    private final Patched<String, Load> loads;
    private final Patched<String, String> lastOf;

    /**
     * What was loaded.
     *
     * @param loads by staff id
     * @param lastOf who had the last task of an account, by its id; of the accounts that are worked on
     */
    public Workload(Map<String, Load> loads, Map<String, String> lastOf) {
        this(Patched.of(loads), Patched.of(lastOf));
    }

    private Workload(Patched<String, Load> loads, Patched<String, String> lastOf) {
        this.loads = loads;
        this.lastOf = lastOf;
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

    /** Nothing where nothing is known of them. */
    Load load(String staffId) {
        return Objects.requireNonNullElse(loads.get(staffId), Load.NONE);
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
        return new Workload(
                loads.with(staffId, load.plus(minutes, critical ? null : begins)),
                accountId == null ? lastOf : lastOf.with(accountId, staffId));
    }
}
