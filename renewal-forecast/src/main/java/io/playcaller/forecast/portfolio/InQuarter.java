package io.playcaller.forecast.portfolio;

import io.playcaller.forecast.engine.portfolio.ContractOutlook;
import io.playcaller.forecast.portfolio.Holding.Decided;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The renewals of a group in a quarter. A contract counts once: by its renewal that is open, else by the last of the quarter that is
 * decided, as in the bridge.
 *
 * @param due those that are open
 * @param decided those that are not
 * @param inForce what the quarter does to what is in force today
 */
record InQuarter(List<Renewal> due, List<Decided> decided, InForceToday inForce) {

    /**
     * Those of {@code group} in {@code quarter}. What is past its day and open is of the quarter of {@code today}; what is decided is of the
     * quarter of its day.
     */
    static InQuarter of(PortfolioGroup group, Quarter quarter, LocalDate today) {
        LocalDate from = quarter.equals(Quarter.of(today)) ? LocalDate.MIN : quarter.firstDay();
        LocalDate end = quarter.end();
        List<Renewal> due = new ArrayList<>();
        List<Decided> decided = new ArrayList<>();
        InForceToday inForce = new InForceToday(group.customers());
        for (Position position : group.positions()) {
            Renewal open = position.due(from, end);
            Decided last = open == null ? position.decided(quarter.firstDay(), end) : null;
            if (open != null) {
                due.add(open);
            } else if (last != null) {
                decided.add(last);
            }
            inForce.add(position, open, last != null && last.renewalOn().isAfter(today) ? last : null);
        }
        return new InQuarter(due, decided, inForce);
    }

    /** What may become of those that are open. */
    List<ContractOutlook> outlooks() {
        return due.stream().map(Renewal::outlook).toList();
    }
}
