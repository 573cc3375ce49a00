package io.playcaller.ingest.door.http;

import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.contracts.deadletter.Place;
import io.playcaller.ingest.backfill.app.OpenRuns;
import io.playcaller.ingest.event.Delivery;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.Receipt;
import io.playcaller.ingest.event.app.Reception;
import io.playcaller.ingest.refusal.in.Problems;
import io.playcaller.ingest.source.KeyHolder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From items to the answer: what all doors over HTTP have in common. */
@ApplicationScoped
class HttpDoor {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Reception reception;
    private final OpenRuns runs;
    private final BusinessClock clock;

    HttpDoor(Reception reception, OpenRuns runs, BusinessClock clock) {
        this.reception = reception;
        this.runs = runs;
        this.clock = clock;
    }

    /** 200 once everything is stored, refused items listed; 503 when anything is not. */
    Uni<Response> batch(KeyHolder holder, String door, @Nullable String runId, List<Item> items) {
        return take(holder, door, runId, items)
                .map(receipt -> Response.ok(DoorAnswer.of(receipt)).build());
    }

    /** As {@link #batch}, but a refused item is the answer: 400. */
    Uni<Response> single(KeyHolder holder, String door, @Nullable String runId, Item item) {
        return take(holder, door, runId, List.of(item)).map(receipt -> {
            receipt.refused().stream().findFirst().ifPresent(refused -> {
                throw new ProblemException(Problems.of(refused.refusal()));
            });
            return Response.ok(DoorAnswer.of(receipt)).build();
        });
    }

    private Uni<Receipt> take(KeyHolder holder, String door, @Nullable String runId, List<Item> items) {
        return runs.covers(runId)
                .flatMap(backfill -> reception.take(new Delivery(
                        holder.source(), Place.HTTP, door, clock.instant(), clock.offset(), backfill, items)))
                .invoke(receipt -> receipt.unstored().ifPresent(why -> {
                    throw new ProblemException(Problem.unavailable(
                            why + "; send all of it again, what is stored is not counted twice", RETRY_AFTER));
                }));
    }
}
