package io.playcaller.mapping;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a field comes from. Exactly one of {@code column}, {@code constant} and {@code lookup} is there.
 *
 * @param translations from values of the column to ours; empty when they are ours already
 * @param otherwise taken where the column is empty or its value has no translation
 * @param plusMinutes a column of minutes that is added to a time
 * @param line in the mapping, for faults that only the files show
 */
public record ValueSpec(
        @Nullable String column,
        @Nullable String constant,
        @Nullable Lookup lookup,
        Map<String, String> translations,
        @Nullable String otherwise,
        @Nullable String plusMinutes,
        int line) {}
