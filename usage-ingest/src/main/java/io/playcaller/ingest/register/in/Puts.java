package io.playcaller.ingest.register.in;

import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.contracts.FactOrigin;
import io.playcaller.contracts.deadletter.Place;
import io.playcaller.ingest.body.in.RequestBodies;
import io.playcaller.ingest.event.Delivery;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.event.Receipt;
import io.playcaller.ingest.event.app.Reception;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import io.playcaller.ingest.register.Origin;
import io.playcaller.ingest.source.KeyMask;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The PUTs of the register: read, stored and answered. What is refused, by its reader or by the register, is a dead letter
 * before it is answered, and is counted by its reason. A writer who has seen another version is only answered.
 */
@ApplicationScoped
class Puts {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final HttpHeaders headers;
    private final UriInfo uri;
    private final RequestBodies bodies;
    private final RegisterOrigin origins;
    private final Reception reception;

    Puts(HttpHeaders headers, UriInfo uri, RequestBodies bodies, RegisterOrigin origins, Reception reception) {
        this.headers = headers;
        this.uri = uri;
        this.bodies = bodies;
        this.origins = origins;
        this.reception = reception;
    }

    /**
     * A PUT as it came, but for its body.
     *
     * @param idField what the id of the path is called in bodies
     * @param seen the header {@code If-Match}
     * @param runId the header of an import
     */
    record Put(
            String idField,
            String id,
            @Nullable String seen,
            @Nullable String runId) {}

    /** Stores what was read. */
    interface Storing<R, T> {
        Uni<Step<T>> store(R read, OptionalLong seen, Origin origin);
    }

    /**
     * Fails with the problem to answer: of what is refused, once its letter is stored; 503 when it cannot be.
     *
     * @param sent the body as it came
     * @param reading of the body, inflated
     */
    <R, T> Uni<T> take(Put put, byte[] sent, Function<byte[], Step<R>> reading, Storing<R, T> storing) {
        byte[] body = bodies.read(sent);
        RawItem raw = RawItem.whole(contentType(), body, beside(put));
        Step<Function<Origin, Uni<Step<T>>>> ready = SeenVersion.of(put.seen())
                .then(seen -> reading.apply(body).then(read -> Step.kept(origin -> storing.store(read, seen, origin))));
        return origins.of(put.runId())
                .flatMap(origin -> stored(ready, origin).flatMap(step -> answer(step, raw, origin)));
    }

    private static <T> Uni<Step<T>> stored(Step<Function<Origin, Uni<Step<T>>>> ready, Origin origin) {
        return ready instanceof Step.Refused<Function<Origin, Uni<Step<T>>>> no
                ? Uni.createFrom().item(Step.refused(no.refusal()))
                : ((Step.Kept<Function<Origin, Uni<Step<T>>>>) ready).value().apply(origin);
    }

    private <T> Uni<T> answer(Step<T> step, RawItem raw, Origin origin) {
        if (step instanceof Step.Kept<T> kept) {
            return Uni.createFrom().item(kept.value());
        }
        Refusal refusal = ((Step.Refused<T>) step).refusal();
        return kept(letterOf(raw, refusal, origin), origin).map(receipt -> {
            throw new ProblemException(receipt.unstored()
                    .map(why -> Problem.unavailable(why + "; send it again", RETRY_AFTER))
                    .orElseGet(() -> RegisterProblems.of(refusal)));
        });
    }

    /** Of a rehearsal nothing is. */
    private Uni<Receipt> kept(Delivery letter, Origin origin) {
        return origin.rehearsed() ? reception.rehearse(letter) : reception.take(letter);
    }

    private static Delivery letterOf(RawItem raw, Refusal refusal, Origin origin) {
        return new Delivery(
                origin.source(),
                Place.REGISTER,
                "register",
                origin.receivedAt(),
                Duration.ZERO,
                origin.origin() == FactOrigin.BASELINE,
                List.of(Item.refused(0, null, raw, refusal)));
    }

    private String contentType() {
        String type = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
        return type == null ? MediaType.APPLICATION_JSON : type;
    }

    /** The id by its name, too: by it a letter is found when an account is asked for, or a person is forgotten. */
    private Map<String, String> beside(Put put) {
        Map<String, String> beside = new HashMap<>();
        beside.put("path", KeyMask.mask(uri.getPath()));
        beside.put(put.idField(), KeyMask.mask(put.id()));
        if (put.seen() != null) {
            beside.put(HttpHeaders.IF_MATCH, KeyMask.mask(put.seen()));
        }
        return beside;
    }
}
