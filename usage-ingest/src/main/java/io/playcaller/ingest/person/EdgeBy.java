package io.playcaller.ingest.person;

import java.util.Locale;

/** Who says which account somebody is of. */
public enum EdgeBy {
    /** A group call, or another event that says something of a person and names an account. */
    EVENT,
    /** The register, which says all of it. */
    REGISTER,
    /** The domain of their e-mail address, because nobody else does. */
    DOMAIN;

    /** As answers call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
