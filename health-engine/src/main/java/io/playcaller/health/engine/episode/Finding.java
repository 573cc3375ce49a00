package io.playcaller.health.engine.episode;

import io.playcaller.contracts.health.Contribution;
import io.playcaller.contracts.reason.Reason;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an open episode says for itself.
 *
 * @param subjects fingerprints of the tickets or milestones that it is about now
 * @param themes of tickets that keep coming back; null where it is of none
 */
record Finding(
        Reason reason,
        List<Reason> alsoReasons,
        String sentence,
        List<Contribution> contributions,
        Set<Long> subjects,
        @Nullable List<String> themes) {}
