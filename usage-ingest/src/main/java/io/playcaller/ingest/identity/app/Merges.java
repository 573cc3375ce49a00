package io.playcaller.ingest.identity.app;

import io.playcaller.ingest.identity.MergedAccounts;
import io.smallrye.mutiny.Uni;

/** Which accounts were merged into which, as it is stored. */
public interface Merges {

    /** Those that were not undone. */
    Uni<MergedAccounts> inForce();
}
