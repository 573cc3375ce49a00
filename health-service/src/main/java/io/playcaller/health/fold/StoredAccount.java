package io.playcaller.health.fold;

/** What the store has of an account: its state, or bytes that this version cannot read. */
public sealed interface StoredAccount permits Held, UnreadableState {}
