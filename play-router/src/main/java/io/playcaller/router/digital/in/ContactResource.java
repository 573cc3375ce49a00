package io.playcaller.router.digital.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.router.digital.app.Contacts;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** People of customers, for tools that write to them. */
@Path("/v1/contacts")
@Tag(name = "contacts")
public class ContactResource {

    private static final int LONGEST_TEMPLATE = 100;

    private final Contacts contacts;

    ContactResource(Contacts contacts) {
        this.contacts = contacts;
    }

    /** What is to be sent. */
    public record Message(@Nullable String template) {}

    /**
     * Whether a person may be written to.
     *
     * @param next when they may, should nothing else happen; null when no time alone changes it
     * @param messageId of the message that was taken
     * @param unsubscribe where its receiver refuses further ones, also with one click (RFC 8058)
     */
    public record ContactAnswer(
            boolean allowed,
            String reason,
            String sentence,
            @Nullable Instant next,
            @Nullable UUID messageId,
            @Nullable String unsubscribe) {

        static ContactAnswer of(Contacts.Answer answer) {
            return new ContactAnswer(
                    answer.permission().granted(),
                    answer.permission().reason(),
                    answer.permission().sentence(),
                    answer.permission().next(),
                    answer.messageId(),
                    answer.unsubscribe());
        }
    }

    @GET
    @Path("{personId}")
    @RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    @Operation(summary = "Whether a person may be written to now; if not, why, and when they may.")
    public Uni<ContactAnswer> may(@RestPath String personId) {
        return contacts.may(personId).map(ContactAnswer::of);
    }

    @POST
    @Path("{personId}/messages")
    @RolesAllowed({Roles.OPS, Roles.SERVICE})
    @Operation(
            summary =
                    "Takes one of the messages that a person may get: {template: gone-silent-1}. Send it only when the "
                            + "answer says allowed, with the way out that stands there.")
    public Uni<ContactAnswer> take(@RestPath String personId, @Nullable Message message) {
        String template = message == null ? null : message.template();
        if (template == null
                || template.isBlank()
                || template.length() > LONGEST_TEMPLATE
                || template.indexOf('\0') >= 0) {
            throw new ProblemException(Problem.badField(
                    "contact.template",
                    "/template",
                    "the name of a template, at most " + LONGEST_TEMPLATE + " characters",
                    String.valueOf(template)));
        }
        return contacts.take(personId, template).map(ContactAnswer::of);
    }
}
