package io.playcaller.ingest.letter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One replay of a letter.
 *
 * @param number from 1
 * @param by who replayed it
 * @param correction null when it was replayed as it came
 * @param became null while that is not known
 */
public record Attempt(
        int number,
        Instant at,
        String by,
        @Nullable Correction correction,
        @Nullable Became became) {}
