package io.playcaller.ingest.rights;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Who a person is: everybody whom an alias made the same, and what they are found by.
 *
 * @param personIds the one that was asked for first
 * @param hashes of all their ids and addresses
 * @param accountIds of which they are or were
 */
public record PersonFile(List<UUID> personIds, Set<String> hashes, Set<String> accountIds) {

    public PersonFile {
        personIds = List.copyOf(personIds);
        hashes = Set.copyOf(hashes);
        accountIds = Set.copyOf(accountIds);
    }
}
