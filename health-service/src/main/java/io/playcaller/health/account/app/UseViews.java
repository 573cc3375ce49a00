package io.playcaller.health.account.app;

import io.playcaller.health.account.AccountUse;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Reads of how much an account uses the product. */
public interface UseViews {

    /** Empty for an account of which nothing ever came; fails where its stored state cannot be read. */
    Uni<Optional<AccountUse>> use(String accountId);
}
