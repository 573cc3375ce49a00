package io.playcaller.router.offboard;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task that was handed over, in a tool that has it, too.
 *
 * @param externalId what the tool calls it
 * @param told what became of the newest message about it: {@code pending} until the tool has it; null where it was told nothing
 */
public record ToolCopy(
        UUID taskId,
        String connector,
        String externalId,
        @Nullable String told) {}
