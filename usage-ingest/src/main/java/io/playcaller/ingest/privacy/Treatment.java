package io.playcaller.ingest.privacy;

import java.util.Locale;

/** What is done to a property before anything of its event is kept; where several are asked for, the first one here. */
public enum Treatment {
    /** It is gone. */
    DROP("dropped"),
    /** {@value PropertyRule#MASK} stands in its place. */
    MASK("masked"),
    /** Its keyed hash stands in its place, the same each time; see {@link Pseudonyms}. */
    HASH("hashed");

    private final String done;

    Treatment(String done) {
        this.done = done;
    }

    /** Its word in the file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What an answer says of a property to which it was done. */
    public String done() {
        return done;
    }
}
