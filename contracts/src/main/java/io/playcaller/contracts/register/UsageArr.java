package io.playcaller.contracts.register;

import io.playcaller.contracts.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The recurring revenue of a line that is billed by use: twelve times the mean of the last three months, and never less than
 * what is committed to. A month counts from the first day after it; of the first and second month the mean is of these; a month
 * in between that was not billed is zero. What is more than there is of numbers is the most of them.
 */
public final class UsageArr {

    private static final int MONTHS = 3;
    private static final BigDecimal A_YEAR = BigDecimal.valueOf(12);
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    private UsageArr() {}

    /** The ARR from each day on. */
    public static List<DatedAmount> of(ContractLine line) {
        Map<LocalDate, BigDecimal> billed = new TreeMap<>();
        List<DatedAmount> usage = line.usage() == null ? List.of() : line.usage();
        usage.forEach(month ->
                billed.merge(month.on(), BigDecimal.valueOf(month.amount().minor()), BigDecimal::add));
        List<DatedAmount> arr = new ArrayList<>();
        for (LocalDate month : billed.keySet()) {
            long known =
                    Math.min(MONTHS, 1 + ChronoUnit.MONTHS.between(usage.get(0).on(), month));
            BigDecimal sum = BigDecimal.ZERO;
            for (int back = 0; back < known; back++) {
                sum = sum.add(billed.getOrDefault(month.minusMonths(back), BigDecimal.ZERO));
            }
            long yearly = sum.multiply(A_YEAR)
                    .divide(BigDecimal.valueOf(known), 0, RoundingMode.HALF_EVEN)
                    .min(MOST)
                    .longValue();
            long atLeast = line.arr().minor();
            LocalDate on = month.plusMonths(1);
            arr.add(new DatedAmount(
                    on.isBefore(line.startsOn()) ? line.startsOn() : on,
                    new Money(Math.max(atLeast, yearly), line.arr().currency())));
        }
        return arr;
    }
}
