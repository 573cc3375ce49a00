package io.playcaller.contracts.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A customer lends their name.
 *
 * @param from the first day on which it may be used
 * @param until the first day on which it may not be used any more; null while they have not taken it back
 */
public record Reference(
        ReferenceKind kind, LocalDate from, @Nullable LocalDate until) {}
