package io.playcaller.health.fold.app;

import io.playcaller.health.fold.QuarantineView;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Accounts whose fold failed, for operations. A release is a fact of the account in the log: whoever owns the partition
 * folds it, in its turn, so it may be asked of any replica, and asked twice it does what it does once.
 */
public interface Quarantines {

    /** Accounts that are released at a time, at most. */
    int MOST = 500;

    /**
     * By account.
     *
     * @param reason null for all of them
     * @param after the last account of the page before; null for the first page
     */
    Uni<List<QuarantineView>> list(@Nullable String reason, @Nullable String after, int limit);

    /**
     * Says in the log that the account may try again.
     *
     * @return false when it is not in quarantine
     */
    Uni<Boolean> release(String accountId, String staffId);

    /**
     * The same for all that failed for one reason.
     *
     * @return how many; at {@link #MOST} there may be more
     */
    Uni<Integer> releaseAll(String reason, String staffId);
}
