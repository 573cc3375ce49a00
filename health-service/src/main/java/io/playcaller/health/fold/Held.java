package io.playcaller.health.fold;

import io.playcaller.health.engine.state.AccountState;

/**
 * An account's state as the fold holds it.
 *
 * @param rev counts what was folded into it, in the order of the log; 0 for an account nobody has heard of
 */
public record Held(AccountState state, long rev) implements StoredAccount {}
