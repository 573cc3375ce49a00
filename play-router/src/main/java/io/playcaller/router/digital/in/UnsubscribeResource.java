package io.playcaller.router.digital.in;

import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.router.digital.app.Contacts;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The way out of messages. Signed, not roled: who has the message may use it. */
@Path("/v1/unsubscribe/{token}")
@Tag(name = "contacts")
@PermitAll
public class UnsubscribeResource {

    private static final String QUESTION = """
            <!doctype html><html lang="en"><meta charset="utf-8"><title>Unsubscribe</title>
            <p>Do you want no more of these messages?</p>
            <form method="post"><button>Unsubscribe</button></form></html>
            """;
    private static final String DONE = "You will not be written to again.\n";

    private final Contacts contacts;

    UnsubscribeResource(Contacts contacts) {
        this.contacts = contacts;
    }

    /** Asks only: filters of mail follow links. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(summary = "A page with a button; changes nothing.")
    public String ask(@RestPath String token) {
        if (!contacts.knows(token)) {
            throw unknown();
        }
        return QUESTION;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(summary = "Refuses further messages, with one click (RFC 8058), once for all.")
    public Uni<String> refuse(@RestPath String token) {
        return contacts.refuse(token).map(known -> {
            if (!known) {
                throw unknown();
            }
            return DONE;
        });
    }

    private static ProblemException unknown() {
        return new ProblemException(
                Problem.of(404, "unsubscribe.unknown", "Not found", "this is not a way out of a message of ours"));
    }
}
