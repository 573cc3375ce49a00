package io.playcaller.contracts.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The parent of an account for some time.
 *
 * @param from first day
 * @param until first day that it is no longer so; null while it is
 */
public record ParentLink(
        String parentId, LocalDate from, @Nullable LocalDate until) {}
