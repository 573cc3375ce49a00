package io.playcaller.ingest.door.webhook;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Says a tool's tickets in our words: the tool's own fields as it means them, and beside them those that a file states. */
interface TicketTranslator extends Translator {

    /** Whose the ticket is, and whatever else is not in the tool's own words. */
    FieldMapping fields();

    /** The JSON pointers at which the tool's own fields stand. */
    Set<String> own();

    @Override
    default Optional<String> person(Sent sent) {
        return fields().person(sent);
    }

    @Override
    default boolean tellsAtOnce() {
        return true;
    }

    @Override
    default Set<String> pointers() {
        Set<String> pointers = new HashSet<>(own());
        pointers.addAll(fields().pointers());
        return pointers;
    }

    @Override
    default Set<String> headers() {
        return fields().headers();
    }
}
