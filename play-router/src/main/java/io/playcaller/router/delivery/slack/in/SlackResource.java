package io.playcaller.router.delivery.slack.in;

import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.router.config.SlackConfig;
import io.playcaller.router.delivery.slack.SlackSignature;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** What people press in Slack. Signed by Slack, not roled. */
@Path("/v1/callbacks/slack")
@Tag(name = "callbacks")
@PermitAll
public class SlackResource {

    /** Slack waits for three seconds and tells whoever pressed that nothing happened; then it is tried again. */
    private static final Duration LONGEST = Duration.ofMillis(2_500);

    private final Optional<SlackSignature> signature;
    private final SlackPresses presses;
    private final BusinessClock clock;

    SlackResource(SlackConfig config, SlackPresses presses, BusinessClock clock) {
        this.signature = config.signingSecret().map(SlackSignature::new);
        this.presses = presses;
        this.clock = clock;
    }

    @POST
    @Path("/actions")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "An interaction with a card: the address that Slack's app has under Interactivity",
            description =
                    "401 when it is not signed by the app, or was more than five minutes ago. 200 when it is done,"
                            + " or refused: then who pressed is told in Slack. Told again it is done once")
    public Uni<Response> act(
            @RestHeader("X-Slack-Signature") @Nullable String signed,
            @RestHeader("X-Slack-Request-Timestamp") @Nullable String at,
            byte[] body) {
        if (!isSlacks(signed, at, body)) {
            throw new ProblemException(Problem.unauthorized("this is not signed by the Slack app that is configured"));
        }
        return presses.take(body)
                .ifNoItem()
                .after(LONGEST)
                .failWith(() -> new ProblemException(
                        Problem.unavailable("it takes longer than Slack waits", Duration.ofSeconds(1))))
                .map(done -> Response.ok().build());
    }

    private boolean isSlacks(@Nullable String signed, @Nullable String at, byte[] body) {
        return signature
                .filter(key -> key.isOf(signed, at, body, clock.instant().minus(clock.offset())))
                .isPresent();
    }
}
