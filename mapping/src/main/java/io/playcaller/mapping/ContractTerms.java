package io.playcaller.mapping;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A contract that renews by itself: its renewals so far and the end of its present term.
 *
 * @param renewals the days on which it renewed
 * @param endsOn the first day after the present term
 */
public record ContractTerms(List<LocalDate> renewals, LocalDate endsOn) {

    private static final int MOST_TERMS = 1_200;

    /** Terms of {@code months} from {@code start}; the present one is that of {@code today}. */
    public static ContractTerms of(LocalDate start, int months, LocalDate today) {
        List<LocalDate> renewals = new ArrayList<>();
        int term = 1;
        while (!start.plusMonths((long) term * months).isAfter(today) && term < MOST_TERMS) {
            renewals.add(start.plusMonths((long) term * months));
            term++;
        }
        return new ContractTerms(List.copyOf(renewals), start.plusMonths((long) term * months));
    }

    /** The renewals before a contract that ended on {@code end}. */
    public static List<LocalDate> renewalsBefore(LocalDate start, int months, LocalDate end) {
        return of(start, months, end.minusDays(1)).renewals();
    }
}
