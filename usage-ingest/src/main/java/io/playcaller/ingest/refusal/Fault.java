package io.playcaller.ingest.refusal;

/**
 * One field that is wrong.
 *
 * @param field JSON pointer into the item, or the name of a header
 * @param expected what would have been accepted
 * @param actual what came
 */
public record Fault(String field, String expected, String actual) {}
