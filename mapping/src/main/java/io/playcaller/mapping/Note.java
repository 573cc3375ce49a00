package io.playcaller.mapping;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something about rows that people should know, though it refuses none: how many there are is told at the end.
 *
 * @param text what is said of them
 * @param column the column that it looks at
 * @param is the values that it has then; empty when any
 * @param before it is a date before this one of another file
 * @param missingIn there is no such row in another file
 */
public record Note(
        String text,
        String column,
        Set<String> is,
        @Nullable Lookup before,
        @Nullable Lookup missingIn) {}
