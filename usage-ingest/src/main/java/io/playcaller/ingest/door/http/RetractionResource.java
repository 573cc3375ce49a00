package io.playcaller.ingest.door.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.contracts.deadletter.Place;
import io.playcaller.ingest.body.in.RequestBodies;
import io.playcaller.ingest.event.Delivery;
import io.playcaller.ingest.event.Draft;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.event.Receipt;
import io.playcaller.ingest.event.app.Reception;
import io.playcaller.ingest.json.DoorJson;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import io.playcaller.ingest.refusal.in.Problems;
import io.playcaller.ingest.source.in.Caller;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Our people take back what any source told. What is refused is answered and not kept: who asked reads why. Sources take back
 * their own through the doors.
 */
@Path("/v1/retractions")
@Tag(name = "corrections")
@RolesAllowed({Roles.OPS, Roles.ADMIN})
public class RetractionResource {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final RequestBodies bodies;
    private final Reception reception;
    private final CurrentIdentityAssociation identity;
    private final BusinessClock clock;

    RetractionResource(
            RequestBodies bodies, Reception reception, CurrentIdentityAssociation identity, BusinessClock clock) {
        this.bodies = bodies;
        this.reception = reception;
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * What became of it.
     *
     * @param accepted items that stand in the log; what they name is, or will be when it comes, as if it had never been
     * @param refused the others, each with why
     */
    public record RetractionAnswer(int accepted, List<RefusedRetraction> refused) {}

    /** One refused item. */
    public record RefusedRetraction(int index, Problem problem) {}

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Takes back facts, or the usage of days",
            description =
                    "One or a list: {accountId, factSource, factId, factType, reason} with source and id as the log"
                            + " has them, or {accountId, from, until, reason} with the first and the last UTC day. reason:"
                            + " mistake, duplicate, wrong-account, test, privacy, or none. A list answers 200 and says what was"
                            + " refused; one that is refused answers 400")
    public Uni<RetractionAnswer> take(byte[] sent) {
        JsonNode body = Problems.orThrow(DoorJson.parse(bodies.read(sent)));
        return identity.getDeferredIdentity().flatMap(caller -> take(body, caller));
    }

    private Uni<RetractionAnswer> take(JsonNode body, SecurityIdentity caller) {
        List<RefusedRetraction> refused = new ArrayList<>();
        List<Item> items = new ArrayList<>();
        int index = 0;
        for (JsonNode json : body.isArray() ? body : List.of(body)) {
            Step<Draft> read = RetractionBody.read(json, caller.getPrincipal().getName());
            if (read instanceof Step.Refused<Draft> no) {
                refused.add(refused(index, no.refusal(), !body.isArray()));
            } else {
                items.add(Item.readable(items.size(), raw(json), ((Step.Kept<Draft>) read).value()));
            }
            index++;
        }
        return reception.take(delivery(caller, items)).map(receipt -> answer(receipt, refused));
    }

    private static RefusedRetraction refused(int index, Refusal refusal, boolean alone) {
        Problem problem = Problems.of(refusal);
        if (alone) {
            throw new ProblemException(problem);
        }
        return new RefusedRetraction(index, problem);
    }

    private Delivery delivery(SecurityIdentity caller, List<Item> items) {
        return new Delivery(
                Caller.source(caller), Place.HTTP, "retractions", clock.instant(), Duration.ZERO, false, items);
    }

    /** Nothing but a store that does not answer keeps out what was read. */
    private static RetractionAnswer answer(Receipt receipt, List<RefusedRetraction> refused) {
        if (receipt.accepted() < receipt.items().size()) {
            throw new ProblemException(Problem.unavailable(
                    receipt.unstored().orElse("not all of it was stored") + "; send all of it again", RETRY_AFTER));
        }
        return new RetractionAnswer(receipt.accepted(), List.copyOf(refused));
    }

    private static RawItem raw(JsonNode json) {
        return RawItem.whole(MediaType.APPLICATION_JSON, json.toString().getBytes(StandardCharsets.UTF_8), Map.of());
    }
}
