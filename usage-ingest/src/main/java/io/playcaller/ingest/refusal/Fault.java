package io.playcaller.ingest.refusal;

import io.playcaller.contracts.Shown;

/**
 * One field that is wrong.
 *
 * @param field JSON pointer into the item, empty for all of it, or the name of a header
 * @param expected what would have been accepted
 * @param actual what came, its beginning when it is long: it travels in dead letters
 */
public record Fault(String field, String expected, String actual) {

    public Fault {
        actual = Shown.of(actual);
    }
}
