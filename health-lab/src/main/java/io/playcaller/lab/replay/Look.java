package io.playcaller.lab.replay;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.score.Score;
import java.util.SortedSet;

/**
 * What the engine says of an account at a time.
 *
 * @param open reasons of the signals that are open
 */
public record Look(Score score, SortedSet<Reason> open) {}
