package io.playcaller.health.account;

import org.jspecify.annotations.Nullable;

/** Which accounts a list shows, in which order; null means all. */
public record AccountFilter(
        AccountOrder order,
        @Nullable String grade,
        @Nullable String segment) {}
