package io.playcaller.ingest.privacy;

/** What is done to the properties at a path. */
public record PropertyRule(PropertyPath path, Treatment treatment) {

    /** What stands in the place of a masked value, whatever it was. */
    public static final String MASK = "***";
}
