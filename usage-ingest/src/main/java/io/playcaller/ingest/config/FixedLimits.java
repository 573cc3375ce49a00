package io.playcaller.ingest.config;

/** Bounds that no setting changes. {@code GET /v1/limits} says them beside those that one does. */
public final class FixedLimits {

    /** Accounts that somebody is of at once: each is told of every change. */
    public static final int ACCOUNTS_OF_PERSON = 50;

    /** Labels of a domain: each is one more claim that is looked for, of every address that says it. */
    public static final int DOMAIN_LABELS = 10;

    /** Characters of a domain, as the DNS has it. */
    public static final int DOMAIN_CHARACTERS = 253;

    /** Mappings that uploads may name. */
    public static final int MAPPINGS = 100;

    /** Bytes of one mapping: people write it, and the list reads all of them. */
    public static final int MAPPING_BYTES = 65_536;

    /** Bytes of the header of a CSV: its names stand in the letter of every refused row. */
    public static final int CSV_HEADER_BYTES = 65_536;

    private FixedLimits() {}
}
