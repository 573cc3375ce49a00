package io.playcaller.outbox.relay;

/**
 * The right to relay a shard.
 *
 * @param epoch rises with each change of owner
 */
public record Lease(int shard, String owner, long epoch) {}
