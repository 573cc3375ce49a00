package io.playcaller.forecast.kpi;

import io.playcaller.forecast.engine.review.Proposal;
import java.time.Instant;
import java.util.UUID;

/**
 * What people decided about a play in a quarter's review. It binds nobody's machine: plays change in their files.
 *
 * @param decision perhaps another than was proposed
 * @param author our person
 */
public record Decision(
        UUID decisionId,
        String quarter,
        String play,
        Proposal.Kind decision,
        String reason,
        String author,
        Instant at) {}
