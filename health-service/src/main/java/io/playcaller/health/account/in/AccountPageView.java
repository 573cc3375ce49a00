package io.playcaller.health.account.in;

/** An account's page: of now, or of a time in the past. */
public sealed interface AccountPageView permits AccountHealthView, PastHealthView {}
