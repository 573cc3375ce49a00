package io.playcaller.health.fold.app;

import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.log.LogState;
import io.playcaller.health.fold.Work;
import io.playcaller.health.models.ShadowScore;
import io.playcaller.health.models.app.Engines;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What the model in shadow says of the accounts that moved: once for each work, of the state that it stores, by the log as it stood
 * at the account's last step, so that it is the same at any batching. Where that throws, the account has no such score, and the
 * fold goes on.
 */
final class ShadowFold {

    private static final Logger LOG = Logger.getLogger(ShadowFold.class);

    private final Engines engines;
    private final FoldMetrics metrics;
    private final Map<String, LogState> moved = new HashMap<>();
    private @Nullable HealthEngine shadow;

    ShadowFold(Engines engines, FoldMetrics metrics) {
        this.engines = engines;
        this.metrics = metrics;
    }

    /** Looks which model is in shadow; once a turn, with nothing unstored. */
    void look() {
        moved.clear();
        shadow = engines.inShadow().orElse(null);
    }

    void moved(String accountId, LogState log) {
        if (shadow != null) {
            moved.put(accountId, log);
        }
    }

    /** Adds to the work, just before it is stored, what the model in shadow says of its accounts. */
    void score(Work work) {
        HealthEngine engine = shadow;
        if (engine == null) {
            return;
        }
        for (Work.AccountRow row : work.accounts()) {
            LogState log = moved.get(row.accountId());
            if (log != null) {
                score(row, log, engine, work);
            }
        }
        moved.clear();
    }

    private void score(Work.AccountRow row, LogState log, HealthEngine engine, Work work) {
        try {
            ShadowScore.of(row.held().state(), row.held().rev(), log, engine).ifPresent(work::shadow);
        } catch (RuntimeException e) {
            metrics.shadowFailed();
            LOG.debugf(
                    e,
                    "account %s cannot be scored by model %s in shadow",
                    row.accountId(),
                    engine.model().version());
        }
    }
}
