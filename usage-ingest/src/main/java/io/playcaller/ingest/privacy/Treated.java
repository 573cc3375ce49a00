package io.playcaller.ingest.privacy;

/**
 * A property of one event to which something was done.
 *
 * @param field JSON pointer into the event
 */
public record Treated(String field, Treatment treatment) {}
