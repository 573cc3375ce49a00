package io.playcaller.contracts.register;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That an account was merged into another for some time: what is accepted for it then goes to the other one, and its own silence
 * says nothing.
 *
 * @param accountId the other one
 * @param since when that began
 * @param until when it was undone; null while it is so
 */
public record MergeLink(
        String accountId, Instant since, @Nullable Instant until) {}
