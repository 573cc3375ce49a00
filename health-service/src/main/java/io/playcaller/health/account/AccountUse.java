package io.playcaller.health.account;

import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.UsageFacts;
import io.playcaller.health.engine.state.AccountState;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * How much an account uses the product, as it was counted.
 *
 * @param days UTC days with any use of the newest 98, newest first; what measures read
 * @param months of the days before those, and of use that was told too late to be counted by day; the newest 24, newest
 *     first; no measure reads them
 */
public record AccountUse(String accountId, List<DayUse> days, List<MonthUse> months) {

    /** What was used on one UTC day. */
    public record DayUse(LocalDate day, long uses) {}

    /** What was used in one calendar month, UTC. */
    public record MonthUse(YearMonth month, long uses) {}

    public AccountUse {
        days = List.copyOf(days);
        months = List.copyOf(months);
    }

    public static AccountUse of(AccountState state) {
        UsageFacts usage = state.facts().usage();
        List<DayUse> days = new ArrayList<>();
        for (int slot = 0; slot < UsageFacts.RING; slot++) {
            if (usage.counts()[slot] > 0) {
                days.add(new DayUse(Days.date(usage.known().day(slot)), usage.counts()[slot]));
            }
        }
        List<MonthUse> months = new ArrayList<>();
        state.usesByMonth().forEach((month, uses) -> months.add(0, new MonthUse(month, uses)));
        return new AccountUse(state.accountId(), days, months);
    }
}
