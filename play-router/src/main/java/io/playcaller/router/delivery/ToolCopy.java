package io.playcaller.router.delivery;

import io.playcaller.contracts.work.PlayOutcome;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task as a tool has it.
 *
 * @param taskId by the key that we gave it
 * @param ended how somebody ended it, here or there; null while it is open
 */
public record ToolCopy(
        UUID taskId, String externalId, @Nullable PlayOutcome ended) {}
