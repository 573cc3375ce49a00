package io.playcaller.router.delivery.in;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.contracts.Ids;
import io.playcaller.contracts.WireJson;
import io.playcaller.router.config.PlayRouterConfig;
import io.playcaller.router.delivery.CallbackSecret;
import io.playcaller.router.delivery.ToolEvent;
import io.playcaller.router.delivery.app.Callbacks;
import io.playcaller.router.delivery.app.Callbacks.Outcome;
import io.playcaller.router.delivery.jira.Resolutions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** Where tools tell what was done in them. Signed, not roled: no token opens it. */
@Path("/v1/callbacks")
@Tag(name = "callbacks")
@PermitAll
public class CallbackResource {

    private static final String SIGNATURE = "X-Hub-Signature";

    private final Callbacks callbacks;
    private final Optional<CallbackSecret> jira;
    private final Optional<CallbackSecret> salesforce;
    private final JiraEvents jiraEvents;
    private final Optional<String> ownUser;

    CallbackResource(Callbacks callbacks, PlayRouterConfig config) {
        this.callbacks = callbacks;
        this.jira = config.jira().callbackSecret().map(CallbackSecret::of);
        this.salesforce = config.salesforce().callbackSecret().map(CallbackSecret::of);
        this.jiraEvents = new JiraEvents(
                config.jira().accountId(), Resolutions.failing(config.jira().failedResolutions()));
        this.ownUser = config.salesforce().userId();
    }

    /** What became of each thing that was said. */
    public record Answer(List<Outcome> items) {}

    @POST
    @Path("jira")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "What a webhook of Jira says of issues and comments",
            description = "401 when X-Hub-Signature is not that of our secret. What changes nothing is answered 200.")
    public Uni<Answer> jira(@RestHeader(SIGNATURE) @Nullable String signature, byte[] sent) {
        JsonNode body = signed(jira, signature, sent);
        return callbacks
                .take("jira", ToolEvent.storable(body.at("/issue/id").asText()), jiraEvents.of(body, digest(sent)))
                .map(Answer::new);
    }

    @POST
    @Path("salesforce")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "What our trigger in Salesforce says of a task: {eventId, taskId, user, closed, owner, comment}",
            description = "401 when X-Hub-Signature is not that of our secret. What changes nothing is answered 200.")
    public Uni<Answer> salesforce(@RestHeader(SIGNATURE) @Nullable String signature, byte[] sent) {
        SalesforceEvent event = new SalesforceEvent(signed(salesforce, signature, sent));
        String task = event.externalId();
        if (task == null) {
            throw new ProblemException(
                    Problem.badField("callback.task", "/taskId", "the id of a task in Salesforce", "nothing"));
        }
        return callbacks.take("salesforce", task, event.events(ownUser)).map(Answer::new);
    }

    /** The body, once it is known to be the tool's. */
    private static JsonNode signed(Optional<CallbackSecret> secret, @Nullable String signature, byte[] sent) {
        if (secret.filter(key -> key.signed(signature, sent)).isEmpty()) {
            throw new ProblemException(Problem.unauthorized(
                    SIGNATURE + " must be sha256= and the HMAC-SHA256 of the body under the callback secret"));
        }
        try {
            return WireJson.mapper().readTree(sent);
        } catch (IOException e) {
            throw new ProblemException(Problem.badField("callback.body", "", "a JSON object", "no JSON"));
        }
    }

    /** Names an event by what is signed, which no header is: the same body is the same event. */
    private static String digest(byte[] sent) {
        return Ids.derived("callback", new String(sent, StandardCharsets.UTF_8)).toString();
    }
}
