package io.playcaller.contracts.fact;

import io.playcaller.contracts.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a child account stands, told to its parent: what a score of the parent may be rolled up from. Written by health-service
 * when a model is in force that rolls up; of two about a child the one with the higher number stands.
 *
 * @param accountId the parent, whose fact it is
 * @param number rises with whatever the child tells any parent: the log's time in milliseconds, or one more than the last
 * @param at when it became so, on the log's clock
 * @param score milli-points of whole points, rounded down, with the child's own children and overrides; null while it has none
 * @param confidence millionths
 * @param arr of the child and those below it; null without any, and where it is of several currencies
 * @param contract whether the child, or one below it, holds an open contract
 * @param levels of accounts from the child downwards, itself included; 0 when it is no child of the parent any more
 */
public record ChildScoreChanged(
        String accountId,
        String childId,
        long number,
        Instant at,
        @Nullable Long score,
        int confidence,
        @Nullable Money arr,
        boolean contract,
        int levels) {}
