package io.playcaller.ingest.catalogue;

import java.util.Locale;

/** Whose use is not the customer's. It is stored like all use, and counts in no score. */
public enum Exclusion {
    /** One of our own people in the customer's account, as themselves. */
    STAFF,
    /** A program that goes through pages. */
    BOT,
    /** One of our own people as one of theirs. */
    IMPERSONATION;

    /** Its word in answers and metrics. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
