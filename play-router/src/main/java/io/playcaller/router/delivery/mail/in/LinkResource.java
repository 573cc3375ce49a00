package io.playcaller.router.delivery.mail.in;

import io.playcaller.router.delivery.mail.LinkPage;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Links of letters. Whoever has one may follow it: its signature names the person, the task and the act. */
@Path("/v1/links/{token}")
@Tag(name = "links")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class LinkResource {

    private final LinkDesk desk;

    LinkResource(LinkDesk desk) {
        this.desk = desk;
    }

    @GET
    @Operation(summary = "Asks whether to do what the link of a letter says. Does nothing.")
    public Uni<Response> ask(@RestPath String token) {
        return desk.ask(token).map(LinkResource::answer);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "Does what the link of a letter says, once.")
    public Uni<Response> act(@RestPath String token, @RestForm @Nullable String choice) {
        return desk.act(token, choice == null ? "" : choice).map(LinkResource::answer);
    }

    private static Response answer(LinkPage page) {
        return Response.status(page.status())
                .type(MediaType.TEXT_HTML + ";charset=UTF-8")
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'")
                .entity(page.html())
                .build();
    }
}
