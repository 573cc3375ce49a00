package io.playcaller.health.engine.episode;

import io.playcaller.contracts.health.Contribution;
import io.playcaller.contracts.reason.Reason;
import java.util.List;
import java.util.Set;

/**
 * What an open episode says for itself.
 *
 * @param subjects fingerprints of the tickets or milestones that it is about now
 */
record Finding(
        Reason reason,
        List<Reason> alsoReasons,
        String sentence,
        List<Contribution> contributions,
        Set<Long> subjects) {}
