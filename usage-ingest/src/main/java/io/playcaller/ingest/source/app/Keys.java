package io.playcaller.ingest.source.app;

import io.playcaller.ingest.source.IssuedKey;
import io.playcaller.ingest.source.KeyHolder;
import io.playcaller.ingest.source.KeyRequest;
import io.playcaller.ingest.source.WriteKey;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of write keys. Only hashes are in it. Validity is judged by the database's own clock. */
public interface Keys {

    /** By source and age. */
    Uni<List<IssuedKey>> all();

    Uni<Optional<IssuedKey>> find(UUID id);

    /** Empty when there is no such source. */
    Uni<Optional<IssuedKey>> issue(WriteKey key, KeyRequest wanted);

    /**
     * Gives an active key a successor with the same source, name, environment and scopes, and lets it end after the overlap.
     * In one statement: of two that rotate it, one is the first.
     *
     * @return the successor; empty when the key is not active or not there
     */
    Uni<Optional<IssuedKey>> rotate(UUID id, WriteKey successor, Duration overlap, String createdBy);

    /** Ends it now; a key that was revoked stays so. Empty when there is none. */
    Uni<Optional<IssuedKey>> revoke(UUID id);

    /** Whose valid key that is; notes that it was used, once an hour at most. */
    Uni<Optional<KeyHolder>> holderOf(String keyHash);
}
