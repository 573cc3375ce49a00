package io.playcaller.router.bounce.in;

import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.router.bounce.BounceReport;
import io.playcaller.router.bounce.app.Bounces;
import io.playcaller.router.bounce.app.Bounces.Came;
import io.playcaller.router.config.MailConfig;
import io.playcaller.router.delivery.CallbackSecret;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** Where the mailbox of the sender tells what came back. Signed, not roled. */
@Path("/v1/callbacks/mail")
@Tag(name = "callbacks")
@PermitAll
public class BounceResource {

    private static final String SIGNATURE = "X-Hub-Signature";

    private final Bounces bounces;
    private final Optional<CallbackSecret> secret;

    BounceResource(Bounces bounces, MailConfig config) {
        this.bounces = bounces;
        this.secret = config.bounceSecret().map(CallbackSecret::of);
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "A report on a letter that could not be delivered after all (RFC 3464), as the mail that it is",
            description = "401 when X-Hub-Signature is not that of our secret. What changes nothing is answered 200.")
    public Uni<Came> take(@RestHeader(SIGNATURE) @Nullable String signature, byte[] sent) {
        if (secret.filter(key -> key.signed(signature, sent)).isEmpty()) {
            throw new ProblemException(Problem.unauthorized(
                    SIGNATURE + " must be sha256= and the HMAC-SHA256 of the body under the bounce secret"));
        }
        return BounceReport.read(new String(sent, StandardCharsets.UTF_8))
                .map(bounces::take)
                .orElseThrow(() -> new ProblemException(Problem.badField(
                        "bounce.report", "", "a mail of type multipart/report (RFC 3464)", "another mail, or none")));
    }
}
