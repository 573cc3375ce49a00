package io.playcaller.health.account.app;

import io.playcaller.chassis.page.Page;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.health.account.AccountHealth;
import io.playcaller.health.account.After;
import io.playcaller.health.account.PastChange;
import io.playcaller.health.account.Period;
import io.playcaller.health.account.Seen;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads of what the fold stored. Each answer is of one moment: what a committed transaction left. A list takes the place
 * where the page before it ended, null for the first.
 */
public interface AccountViews {

    /** Empty for an account of which nothing ever came. */
    Uni<Optional<AccountHealth>> health(String accountId);

    /** Newest announcement first. */
    Uni<Page<PastChange>> history(String accountId, Period period, Seen seen, @Nullable After after, int limit);

    /**
     * Newest opening first.
     *
     * @param accountId null for the signals of all accounts and sources
     * @param openOnly false also lists closed episodes
     */
    Uni<Page<SignalChanged>> signals(@Nullable String accountId, boolean openOnly, @Nullable After after, int limit);
}
