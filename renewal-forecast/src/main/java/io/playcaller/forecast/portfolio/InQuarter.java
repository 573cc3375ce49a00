package io.playcaller.forecast.portfolio;

import io.playcaller.forecast.engine.portfolio.ContractOutlook;
import io.playcaller.forecast.portfolio.Holding.Decided;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The renewals of a cohort in a quarter. A contract counts once: by its renewal that is open, else by the last of the quarter that is
 * decided, as in the bridge.
 *
 * @param due those that are open
 * @param decided those that are not
 * @param inForce what the quarter does to what is in force today
 */
record InQuarter(List<Renewal> due, List<Decided> decided, InForceToday inForce) {

    /**
     * Those of {@code cohort} in {@code quarter}. What is past its day and open is of the quarter of {@code today}; what is decided is of the
     * quarter of its day.
     */
    static InQuarter of(Cohort cohort, Quarter quarter, LocalDate today) {
        LocalDate from = quarter.equals(Quarter.of(today)) ? LocalDate.MIN : quarter.firstDay();
        Map<String, Renewal> due = new LinkedHashMap<>();
        InForceToday inForce = new InForceToday(cohort.customers());
        for (Renewal renewal : cohort.open()) {
            if (renewal.isDue(from, quarter.end())) {
                due.put(renewal.contractId(), renewal);
            } else {
                inForce.stays(renewal.accountId());
            }
        }
        List<Decided> decided = new ArrayList<>();
        for (Holding holding : cohort.holdings()) {
            Renewal open = due.get(holding.contractId());
            Decided last = open == null
                    ? holding.last(quarter.firstDay(), quarter.end()).orElse(null)
                    : null;
            if (last != null) {
                decided.add(last);
            }
            inForce.add(holding, open, last != null && last.renewalOn().isAfter(today) ? last : null);
        }
        return new InQuarter(List.copyOf(due.values()), decided, inForce);
    }

    /** What may become of those that are open. */
    List<ContractOutlook> outlooks() {
        return due.stream().map(Renewal::outlook).toList();
    }
}
