package io.playcaller.contracts.register;

import org.jspecify.annotations.Nullable;

/**
 * A person of the customer. Travels on {@code people} only; a tombstone there deletes.
 *
 * @param personId pseudonymous id that every other topic uses
 * @param mayContact whether messages to them are allowed: somebody said so, and they still are with the customer
 */
public record PersonRecord(
        String personId,
        long version,
        @Nullable String accountId,
        @Nullable String name,
        @Nullable String email,
        @Nullable String title,
        boolean mayContact) {}
