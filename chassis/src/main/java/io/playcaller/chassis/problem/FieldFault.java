package io.playcaller.chassis.problem;

/**
 * One field that is wrong.
 *
 * @param field JSON pointer into the body, or the name of a parameter or header
 * @param expected what would have been accepted
 * @param actual what came
 */
public record FieldFault(String field, String expected, String actual) {}
