package io.playcaller.ingest.door.http;

import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.contracts.deadletter.Place;
import io.playcaller.ingest.backfill.app.OpenRuns;
import io.playcaller.ingest.door.ReadBody;
import io.playcaller.ingest.event.Delivery;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.Receipt;
import io.playcaller.ingest.event.app.Reception;
import io.playcaller.ingest.limit.app.RateLimits;
import io.playcaller.ingest.refusal.in.Problems;
import io.playcaller.ingest.source.KeyHolder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From items to the answer: what all doors over HTTP have in common. */
@ApplicationScoped
class HttpDoor {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final RateLimits limits;
    private final Reception reception;
    private final OpenRuns runs;
    private final BusinessClock clock;

    HttpDoor(RateLimits limits, Reception reception, OpenRuns runs, BusinessClock clock) {
        this.limits = limits;
        this.reception = reception;
        this.runs = runs;
        this.clock = clock;
    }

    /**
     * Once everything is stored 200, refused items listed; 503 when anything is not. Where the item is the whole, its refusal
     * is the answer: 400.
     */
    Uni<Response> take(KeyHolder holder, String door, DoorRequest request, ReadBody body) {
        return take(holder, door, request.runId(), body.items()).map(receipt -> {
            if (!body.batch()) {
                receipt.refused().stream().findFirst().ifPresent(refused -> {
                    throw new ProblemException(Problems.of(refused.refusal()));
                });
            }
            return answer(receipt, request.wantsEveryItem());
        });
    }

    /** JSON whatever Accept says: what is stored must not be answered with a fault because of a header. */
    private static Response answer(Receipt receipt, boolean everyItem) {
        Response.ResponseBuilder answer =
                Response.ok(DoorAnswer.of(receipt, everyItem), MediaType.APPLICATION_JSON_TYPE);
        return (everyItem ? answer.header("Preference-Applied", "return=representation") : answer).build();
    }

    private Uni<Receipt> take(KeyHolder holder, String door, @Nullable String runId, List<Item> items) {
        return limits.admit(holder, items.size())
                .chain(() -> runs.covers(runId))
                .flatMap(backfill -> reception.take(new Delivery(
                        holder.source(), Place.HTTP, door, clock.instant(), clock.offset(), backfill, items)))
                .invoke(receipt -> receipt.unstored().ifPresent(why -> {
                    throw new ProblemException(Problem.unavailable(
                            why + "; send all of it again, what is stored is not counted twice", RETRY_AFTER));
                }));
    }
}
