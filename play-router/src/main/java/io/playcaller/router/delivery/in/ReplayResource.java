package io.playcaller.router.delivery.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.router.delivery.Replay;
import io.playcaller.router.delivery.Replay.Answer;
import io.playcaller.router.delivery.app.Connector;
import io.playcaller.router.delivery.app.Connectors;
import io.playcaller.router.delivery.app.Replays;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Messages that a tool was not told, sent once more by somebody's word. */
@Path("/v1/connectors/{name}/replay")
@Tag(name = "deliveries")
public class ReplayResource {

    private final Connectors connectors;
    private final Replays replays;
    private final CurrentIdentityAssociation identity;

    ReplayResource(Connectors connectors, Replays replays, CurrentIdentityAssociation identity) {
        this.connectors = connectors;
        this.replays = replays;
        this.identity = identity;
    }

    /**
     * What is to be sent again: one of the two.
     *
     * @param since what was written then or later
     * @param delivery id of one message
     */
    public record Wish(@Nullable Instant since, @Nullable UUID delivery) {

        Replay checked() {
            if (since != null && delivery == null) {
                return new Replay.Since(since);
            }
            if (delivery != null && since == null) {
                return new Replay.One(delivery);
            }
            throw invalid(since == null ? "neither" : "both");
        }

        static ProblemException invalid(String came) {
            return new ProblemException(Problem.badField(
                    "replay.invalid",
                    "",
                    "{\"since\": an instant} for what was written then or later, or {\"delivery\": an id} for one message",
                    came));
        }
    }

    /**
     * What came of it.
     *
     * @param again messages that wait to be sent from now on
     * @param left that the same call, made again, would go on with; what fails anew is among them then
     * @param overtaken not sent again: who was to get them has got later news of the task, or is about to
     * @param ended not sent again: they were for a person or a channel, and the task is over
     */
    public record View(String name, int again, long left, long overtaken, long ended) {}

    @POST
    @RolesAllowed({Roles.OPS, Roles.ADMIN})
    @Operation(
            summary = "Sends a tool once more what was given up: {since} or {delivery}.",
            description =
                    "Of what failed, or was disabled when the tool said stop: all that was written since an instant of the"
                            + " last 30 days, at most " + Replay.MOST
                            + " messages a call, the longest given up first, or one message. They go under the ids they"
                            + " had (webhook-id), by the pace and the order of all others. Called again, what waits is left alone.")
    public Uni<View> replay(@RestPath String name, @Nullable Wish body) {
        Connector connector = configured(name);
        if (body == null) {
            throw Wish.invalid("nothing");
        }
        Replay wish = body.checked();
        return identity.getDeferredIdentity()
                .chain(caller ->
                        replays.begin(connector, wish, caller.getPrincipal().getName()))
                .map(answer -> view(name, body, answer));
    }

    private Connector configured(String name) {
        Connector connector =
                connectors.named(name).orElseThrow(() -> new ProblemException(Problem.notFound("connector", name)));
        if (!connector.isConfigured()) {
            throw new ProblemException(Problem.conflict(
                    "connector.not-configured", "No " + name + " is configured: there is nowhere to send to."));
        }
        return connector;
    }

    private static View view(String name, Wish asked, Answer answer) {
        if (answer instanceof Answer.Begun begun) {
            return new View(name, begun.again(), begun.left(), begun.overtaken(), begun.ended());
        }
        throw new ProblemException(problem(name, asked, answer));
    }

    private static Problem problem(String name, Wish asked, Answer answer) {
        if (answer instanceof Answer.OutOfReach out) {
            return Problem.badField(
                    "replay.since",
                    "/since",
                    "not after now (" + out.now() + ") and at most " + Replay.REACH.toDays() + " days before it",
                    String.valueOf(asked.since()));
        }
        if (answer instanceof Answer.NotGivenUp other) {
            return Problem.conflict(
                    "delivery.not-given-up",
                    "It is " + other.state() + ": only what is failed or disabled is sent again.");
        }
        if (answer instanceof Answer.OfItsDay) {
            return Problem.conflict(
                    "delivery.digest", "It is a digest, which is not sent again: the next one has what is open.");
        }
        if (answer instanceof Answer.Stopped) {
            return Problem.conflict(
                    "connector.stopped",
                    "The tool said stop: POST /v1/connectors/" + name
                            + "/enable first, once it wants to be told again.");
        }
        return Problem.notFound("delivery", String.valueOf(asked.delivery()));
    }
}
