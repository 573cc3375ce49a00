package io.playcaller.forecast.engine.ledger;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.DatedAmount;
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
 * in between that was not billed is zero.
 */
final class UsageArr {

    private static final int MONTHS = 3;
    private static final long A_YEAR = 12;

    private UsageArr() {}

    /** The ARR from each day on. */
    static List<DatedAmount> of(ContractLine line) {
        Map<LocalDate, Long> billed = new TreeMap<>();
        List<DatedAmount> usage = line.usage() == null ? List.of() : line.usage();
        usage.forEach(month -> billed.merge(month.on(), month.amount().minor(), Math::addExact));
        List<DatedAmount> arr = new ArrayList<>();
        for (LocalDate month : billed.keySet()) {
            long known =
                    Math.min(MONTHS, 1 + ChronoUnit.MONTHS.between(usage.get(0).on(), month));
            long sum = 0;
            for (int back = 0; back < known; back++) {
                sum = Math.addExact(sum, billed.getOrDefault(month.minusMonths(back), 0L));
            }
            long yearly = BigDecimal.valueOf(Math.multiplyExact(sum, A_YEAR))
                    .divide(BigDecimal.valueOf(known), 0, RoundingMode.HALF_EVEN)
                    .longValueExact();
            long atLeast = line.arr().minor();
            LocalDate on = month.plusMonths(1);
            arr.add(new DatedAmount(
                    on.isBefore(line.startsOn()) ? line.startsOn() : on,
                    new Money(Math.max(atLeast, yearly), line.arr().currency())));
        }
        return arr;
    }
}
