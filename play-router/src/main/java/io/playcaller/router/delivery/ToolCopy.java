package io.playcaller.router.delivery;

import java.util.UUID;

/**
 * A task as a tool has it.
 *
 * @param taskId by the key that we gave it
 * @param ended somebody ended it, here or there
 */
public record ToolCopy(UUID taskId, String externalId, boolean ended) {}
