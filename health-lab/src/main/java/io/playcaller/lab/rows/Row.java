package io.playcaller.lab.rows;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an account.
 *
 * @param at of a date without a time noon UTC, and a millisecond more for each row of that account and date before it
 * @param endsAt when the day ends, of a date without a time; else {@code at}
 * @param value null where the file has none
 * @param line in its file, counted from 1
 */
public record Row(
        Instant at, Instant endsAt, String type, @Nullable BigDecimal value, long line) {}
