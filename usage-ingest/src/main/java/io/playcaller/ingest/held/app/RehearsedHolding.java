package io.playcaller.ingest.held.app;

import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.event.Delivery;
import io.playcaller.ingest.event.Outcome;
import io.playcaller.ingest.event.Resolved;
import io.playcaller.ingest.event.app.HoldingArea;
import io.playcaller.ingest.held.Amount;
import io.playcaller.ingest.held.HoldingPolicy;
import io.playcaller.ingest.rehearsal.app.Rehearsed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Says what would wait, as if nothing waited yet; nothing does. */
@Rehearsed
@ApplicationScoped
class RehearsedHolding implements HoldingArea {

    private final HoldingPolicy policy;

    RehearsedHolding(IngestConfig config) {
        this.policy = HoldingService.policy(config.holding());
    }

    @Override
    public Uni<List<Outcome>> hold(Delivery delivery, List<Resolved> events) {
        return Uni.createFrom()
                .item(events.stream().map(event -> outcome(delivery, event)).toList());
    }

    @Override
    public Uni<Set<String>> waiting(String source, List<String> ids) {
        return Uni.createFrom().item(Set.of());
    }

    private Outcome outcome(Delivery delivery, Resolved event) {
        return policy.noRoom(delivery.source(), Amount.NOTHING, Amount.NOTHING)
                .map(why -> HoldingService.noRoom(event, why))
                .orElseGet(Outcome.Held::new);
    }
}
