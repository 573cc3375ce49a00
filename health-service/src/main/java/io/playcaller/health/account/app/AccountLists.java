package io.playcaller.health.account.app;

import io.playcaller.chassis.page.Cursor;
import io.playcaller.chassis.page.Page;
import io.playcaller.health.account.AccountFilter;
import io.playcaller.health.account.AccountOrder;
import io.playcaller.health.account.AccountPlace;
import io.playcaller.health.account.AccountSummary;
import io.playcaller.health.account.AccountTotals;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Many accounts at once, as the newest committed transactions of the fold left them. */
public interface AccountLists {

    /**
     * Those without a score come last, by id.
     *
     * @param after where the page before ended, null for the first
     * @param cursor how the end of this one is written down
     */
    Uni<Page<AccountSummary>> page(
            AccountFilter filter,
            AccountOrder order,
            @Nullable AccountPlace after,
            int limit,
            Function<AccountPlace, Cursor> cursor);

    /** What the filter says of merged accounts is passed over: they are summed apart. */
    Uni<AccountTotals> totals(AccountFilter filter);
}
