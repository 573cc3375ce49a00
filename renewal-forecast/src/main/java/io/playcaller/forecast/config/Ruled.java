package io.playcaller.forecast.config;

/**
 * What a file of this service says.
 *
 * @param version follows from the text: equal texts, equal versions
 * @param text as it was read
 */
public record Ruled<T>(T rules, String version, String text) {}
