package io.playcaller.health.peers.app;

import io.playcaller.contracts.fact.PeerBaselinePublished;
import io.playcaller.health.engine.model.HealthModel;
import io.playcaller.health.engine.model.Measure;
import io.playcaller.health.engine.peer.Baseline;
import io.playcaller.health.models.app.ModelEngines;
import io.playcaller.health.peers.Counted;
import io.playcaller.outbox.relay.OutboxRelay;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Counts the peers of the relative measures of the model in force, when it is {@linkplain Counted#due due} by the log's time, whichever
 * replica does it, and tells the log where they stand elsewhere. What is counted is what was announced, so that no account is woken
 * for it.
 */
@ApplicationScoped
public class PeerCount {

    private final Pool pool;
    private final PeerRows rows;
    private final ModelEngines engines;
    private final OutboxRelay relay;

    PeerCount(Pool pool, PeerRows rows, ModelEngines engines, OutboxRelay relay) {
        this.pool = pool;
        this.rows = rows;
        this.engines = engines;
        this.relay = relay;
    }

    /** Counts if it is time; true when the log was told. */
    public Uni<Boolean> look() {
        return engines.modelInForce().chain(this::countBy);
    }

    private Uni<Boolean> countBy(HealthModel model) {
        List<Measure> relative = model.scoring().measures().stream()
                .filter(measure -> measure.relative() != null)
                .toList();
        if (relative.isEmpty()) {
            return Uni.createFrom().item(false);
        }
        List<String> measures = relative.stream().map(Measure::id).toList();
        return pool.withTransaction(transaction -> rows.lock(transaction)
                        .chain(counted ->
                                counted.filter(before -> before.due(measures)).isEmpty()
                                        ? Uni.createFrom().item(false)
                                        : count(transaction, relative, counted.get())))
                .invoke(told -> {
                    if (told) {
                        relay.poke();
                    }
                });
    }

    private Uni<Boolean> count(SqlConnection transaction, List<Measure> relative, Counted before) {
        List<String> measures = relative.stream().map(Measure::id).toList();
        return rows.count(transaction, relative)
                .chain(now -> before.worthTelling(now, measures)
                        ? tell(transaction, before, now)
                        : rows.untold(transaction, before).replaceWith(false));
    }

    private Uni<Boolean> tell(SqlConnection transaction, Counted before, Baseline now) {
        PeerBaselinePublished told = new PeerBaselinePublished(before.today(), now.told());
        return rows.tell(transaction, before, told).replaceWith(true);
    }
}
