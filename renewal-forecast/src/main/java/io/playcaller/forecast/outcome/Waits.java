package io.playcaller.forecast.outcome;

import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.forecast.engine.ledger.CustomerContracts;
import io.playcaller.forecast.engine.survival.Wait;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How long customers waited for a milestone, as far as that was known on a day. Accounts that are merged are one: it began with the first contract
 * and arrived with the first of them that did.
 */
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
     * The waits by segment of the customers whose first contract began in the period.
     *
     * @param reached by account; an account that reached it before it was a customer waited 0 days
     * @param segments by account; a customer whose account, as it is now, has none stands under {@code unknown}
     * @param asOf the last day that counts, today at the latest: nobody has waited yet for what is to come; whoever left before is looked at until then
     */
    public static Map<String, List<Wait>> of(
            CustomerContracts known,
            Map<String, LocalDate> reached,
            Map<String, String> segments,
            Cohort cohort,
            LocalDate asOf) {
        Map<String, Life> lives = new TreeMap<>();
        known.contracts().stream()
                .filter(ContractRecord::stands)
                .forEach(contract -> lives.compute(
                        known.accounts().account(contract.accountId()),
                        (customer, life) ->
                                life == null ? new Life(contract.startsOn(), contract.overOn()) : life.with(contract)));
        Map<String, LocalDate> arrived = new HashMap<>();
        reached.forEach((account, day) -> arrived.merge(
                known.accounts().account(account), day, (one, other) -> one.isBefore(other) ? one : other));
        Map<String, List<Wait>> waits = new TreeMap<>();
        lives.forEach((customer, life) -> {
            if (cohort.contains(life.start()) && !life.start().isAfter(asOf)) {
                waits.computeIfAbsent(segments.getOrDefault(customer, "unknown"), segment -> new ArrayList<>())
                        .add(waited(life, arrived.get(customer), asOf));
            }
        });
        return waits;
    }

    /** Customers that began from {@code from} on and before {@code until}. */
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
