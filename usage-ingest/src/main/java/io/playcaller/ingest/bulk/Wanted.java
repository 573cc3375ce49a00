package io.playcaller.ingest.bulk;

import io.playcaller.ingest.person.PersonEntry;
import io.playcaller.ingest.register.Entry;
import java.util.OptionalLong;

/** What a row wants to be so. */
public sealed interface Wanted {

    /** The version that the writer has seen, if the row says so. */
    OptionalLong seen();

    /** A record of the register. */
    record OfTheRegister(Entry entry, OptionalLong seen) implements Wanted {}

    /** A person, by the id that the product calls them. */
    record OfAPerson(String userId, PersonEntry entry, OptionalLong seen) implements Wanted {}
}
