package io.playcaller.router.handover;

import org.jspecify.annotations.Nullable;

/**
 * Which hand-overs somebody asks for; null where it does not matter, and all that is not null must hold.
 *
 * @param state as HTTP says it
 * @param waitsOn who is to answer: the recipient, or the lead who was told
 * @param proposedBy staff id of who proposed it
 */
public record HandOverFilter(
        @Nullable String accountId,
        @Nullable String state,
        @Nullable String waitsOn,
        @Nullable String proposedBy) {}
