package io.playcaller.health.account.app;

import io.playcaller.health.account.PastHealth;
import io.playcaller.health.account.Seen;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Reads of what was said at another time. */
public interface PastViews {

    /** Empty for an account of which nothing ever came. */
    Uni<Optional<PastHealth>> past(String accountId, Seen seen);
}
