package io.playcaller.mapping;

import java.util.List;
import java.util.Set;

/**
 * A field of a {@link Kind}, which a mapping fills from a column.
 *
 * @param refuses whether a value that cannot be read refuses its row; else the field is left empty
 * @param happened whether its time says that something happened then; the newest of these is the end of the files
 * @param words the values of a {@link Type#WORD}
 */
public record Field(String name, Type type, boolean required, boolean refuses, boolean happened, Set<String> words) {

    /** How its text is read. */
    public enum Type {
        TEXT,
        DATE,
        TIME,
        INTEGER,
        AMOUNT,
        BOOL,
        WORD
    }

    static Field required(String name, Type type) {
        return new Field(name, type, true, true, false, Set.of());
    }

    static Field optional(String name, Type type) {
        return new Field(name, type, false, false, false, Set.of());
    }

    static Field words(String name, boolean required, List<String> words) {
        return new Field(name, Type.WORD, required, required, false, Set.copyOf(words));
    }

    /** The same field, whose time is one at which something happened. */
    Field thatHappened() {
        return new Field(name, type, required, refuses, true, words);
    }

    /** The same field, which may be empty but not wrong: without it the record would say something else. */
    Field orRefused() {
        return new Field(name, type, required, true, happened, words);
    }
}
