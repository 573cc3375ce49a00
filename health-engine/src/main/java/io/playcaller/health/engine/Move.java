package io.playcaller.health.engine;

import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.health.Cause;
import io.playcaller.health.engine.episode.Told.Muted;
import org.jspecify.annotations.Nullable;

/**
 * What moves an account in one step: exactly one cause.
 *
 * @param envelope of the fact; null without one
 * @param muted why episodes that open now are not told
 * @param importing whether the account is in the middle of an import
 * @param from earliest time at which the account stands differently by finished days, milliseconds
 * @param visible whether anything that can be measured changed
 */
record Move(Cause cause, @Nullable Envelope envelope, Muted muted, boolean importing, long from, boolean visible) {}
