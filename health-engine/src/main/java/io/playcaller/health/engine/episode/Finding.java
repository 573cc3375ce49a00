package io.playcaller.health.engine.episode;

import io.playcaller.contracts.health.Contribution;
import io.playcaller.contracts.reason.Reason;
import java.util.List;

/** What an open episode says for itself. */
record Finding(
        Reason reason,
        List<Reason> alsoReasons,
        String sentence,
        List<String> evidence,
        List<Contribution> contributions) {}
