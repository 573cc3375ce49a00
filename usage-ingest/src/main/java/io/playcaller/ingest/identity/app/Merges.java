package io.playcaller.ingest.identity.app;

import io.playcaller.ingest.identity.MergedAccounts;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Which accounts were merged into which, as it is stored. */
public interface Merges {

    /** Those that were not undone. */
    Uni<MergedAccounts> inForce();

    /** Where something that is said of an account may stand: with itself, and with those into which it ever was merged. */
    Uni<List<String>> ever(String accountId);
}
