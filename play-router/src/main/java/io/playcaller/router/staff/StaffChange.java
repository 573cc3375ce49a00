package io.playcaller.router.staff;

import org.jspecify.annotations.Nullable;

/**
 * Something that somebody said of one of our people over HTTP.
 *
 * @param json all that there is to say of them; null takes back what was said, so that the file counts again
 * @param author subject of their token
 */
public record StaffChange(String staffId, @Nullable String json, String author, String reason) {}
