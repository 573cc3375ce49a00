package io.playcaller.ingest.person;

import io.playcaller.contracts.register.SaidIn;
import org.jspecify.annotations.Nullable;

/** Which texts; what is null does not matter. */
public record SaidFilter(
        @Nullable String accountId,
        @Nullable String personId,
        @Nullable SaidIn in,
        @Nullable String ref) {}
