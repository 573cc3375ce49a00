package io.playcaller.mapping;

import java.util.Optional;

/** What rows look up in other files. */
public interface Lookups {

    /** There are no other files. */
    Lookups NONE = (lookup, row) -> Optional.empty();

    /** Empty when the other file has no such row, or nothing in its column. */
    Optional<String> find(Lookup lookup, Row row);
}
