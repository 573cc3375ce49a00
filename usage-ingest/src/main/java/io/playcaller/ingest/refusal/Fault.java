package io.playcaller.ingest.refusal;

import io.playcaller.contracts.Shown;

/**
 * One field that is wrong.
 *
 * @param field JSON pointer into the item, empty for all of it, or the name of a header; a sender may have chosen it: its
 *     beginning when it is long
 * @param expected what would have been accepted
 * @param actual what came, its beginning when it is long: it travels in dead letters
 */
public record Fault(String field, String expected, String actual) {

    public Fault {
        field = Shown.of(field);
        actual = Shown.of(actual);
    }
}
