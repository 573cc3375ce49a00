package io.playcaller.forecast.outcome;

import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.survival.Wait;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How long accounts waited for a milestone, as far as that was known on a day. */
public final class Waits {

    /** Who was a customer from when to when; {@code end} is the first day on which it was none, null while it is one. */
    private record Life(LocalDate start, @Nullable LocalDate end) {

        Life with(ContractRecord contract) {
            LocalDate starts = contract.startsOn().isBefore(start) ? contract.startsOn() : start;
            return new Life(starts, later(end, contract.overOn()));
        }

        private static @Nullable LocalDate later(@Nullable LocalDate a, @Nullable LocalDate b) {
            return a == null || b == null ? null : a.isAfter(b) ? a : b;
        }
    }

    private Waits() {}

    /**
     * The waits by segment of the accounts whose first contract began in the period.
     *
     * @param reached by account; an account that reached it before it was a customer waited 0 days
     * @param segments by account; an account without one stands under {@code unknown}
     * @param asOf the last day that counts, today at the latest: nobody has waited yet for what is to come; whoever left before is looked at until then
     */
    public static Map<String, List<Wait>> of(
            Collection<ContractRecord> contracts,
            Map<String, LocalDate> reached,
            Map<String, String> segments,
            Cohort cohort,
            LocalDate asOf) {
        Map<String, Life> lives = new TreeMap<>();
        contracts.stream()
                .filter(ContractRecord::stands)
                .forEach(contract -> lives.compute(
                        contract.accountId(),
                        (account, life) ->
                                life == null ? new Life(contract.startsOn(), contract.overOn()) : life.with(contract)));
        Map<String, List<Wait>> waits = new TreeMap<>();
        lives.forEach((account, life) -> {
            if (cohort.contains(life.start()) && !life.start().isAfter(asOf)) {
                waits.computeIfAbsent(segments.getOrDefault(account, "unknown"), segment -> new ArrayList<>())
                        .add(waited(life, reached.get(account), asOf));
            }
        });
        return waits;
    }

    /** Accounts that became customers from {@code from} on and before {@code until}. */
    public record Cohort(LocalDate from, LocalDate until) {
        boolean contains(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(until);
        }
    }

    private static Wait waited(Life life, @Nullable LocalDate reached, LocalDate asOf) {
        LocalDate end = life.end();
        LocalDate seenUntil = end != null && end.isBefore(asOf) ? end : asOf;
        boolean arrived = reached != null && !reached.isAfter(seenUntil);
        LocalDate last = arrived && reached != null ? reached : seenUntil;
        return new Wait((int) Math.max(0, ChronoUnit.DAYS.between(life.start(), last)), arrived);
    }
}
