package io.playcaller.ingest.door.http;

import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.contracts.deadletter.Place;
import io.playcaller.ingest.backfill.app.OpenRuns;
import io.playcaller.ingest.door.CorrectionRights;
import io.playcaller.ingest.door.ReadBody;
import io.playcaller.ingest.door.privacy.app.Privacy;
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
import java.util.function.Function;

/** From items to the answer: what all doors over HTTP have in common. */
@ApplicationScoped
class HttpDoor {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final String VALIDATE = "validate";

    private final RateLimits limits;
    private final Reception reception;
    private final OpenRuns runs;
    private final Privacy privacy;
    private final BusinessClock clock;

    HttpDoor(RateLimits limits, Reception reception, OpenRuns runs, Privacy privacy, BusinessClock clock) {
        this.limits = limits;
        this.reception = reception;
        this.runs = runs;
        this.privacy = privacy;
        this.clock = clock;
    }

    /**
     * Once everything is stored 200, refused items listed; 503 when anything is not. Where the item is the whole, its refusal
     * is the answer: 400. What a test key sent is answered the same, and stored nowhere.
     */
    Uni<Response> take(KeyHolder holder, String door, DoorRequest request, ReadBody body) {
        Function<Delivery, Uni<? extends Receipt>> taking = holder.test() ? reception::rehearse : reception::take;
        // What was parsed must not live until the answer: as long as Kafka takes, that is most of what the service
        // holds.
        boolean batch = body.batch();
        return delivery(holder, door, request, body).flatMap(taking).map(receipt -> {
            requireStored(receipt);
            if (!batch) {
                receipt.refused().stream().findFirst().ifPresent(refused -> {
                    throw new ProblemException(Problems.of(refused.refusal()));
                });
            }
            return answer(holder, receipt, request);
        });
    }

    /** 200 with what would become of each item; 503 when that cannot be said. */
    Uni<Response> validate(KeyHolder holder, DoorRequest request, ReadBody body) {
        return delivery(holder.rehearsing(), VALIDATE, request, body)
                .flatMap(reception::foresee)
                .map(foreseen -> {
                    requireStored(foreseen.receipt());
                    return json(ValidateAnswer.of(holder.source(), foreseen)).build();
                });
    }

    private static Response answer(KeyHolder holder, Receipt receipt, DoorRequest request) {
        Response.ResponseBuilder answer = json(DoorAnswer.of(holder.environment(), receipt, request.wantsEveryItem()));
        return (request.prefersRepresentation() ? answer.header("Preference-Applied", "return=representation") : answer)
                .build();
    }

    /** Whatever Accept says: what is stored must not be answered with a fault because of a header. */
    private static Response.ResponseBuilder json(Object answer) {
        return Response.ok(answer, MediaType.APPLICATION_JSON_TYPE);
    }

    private Uni<Delivery> delivery(KeyHolder holder, String door, DoorRequest request, ReadBody body) {
        limits.requireSome(holder);
        List<Item> items = CorrectionRights.allowed(holder, body.items(privacy.of(holder.source())));
        return limits.admit(holder, items.size())
                .chain(() -> runs.covers(request.runId()))
                .map(backfill -> new Delivery(
                        holder.source(), Place.HTTP, door, clock.instant(), clock.offset(), backfill, items));
    }

    private static void requireStored(Receipt receipt) {
        receipt.unstored().ifPresent(why -> {
            throw new ProblemException(Problem.unavailable(
                    why + "; send all of it again, what is stored is not counted twice", RETRY_AFTER));
        });
    }
}
