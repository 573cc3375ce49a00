package io.playcaller.console.page.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.console.user.User;
import io.quarkiverse.web.bundler.runtime.Bundle;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The page, and who sees it. */
@Path("/")
public class PageResource {

    private static final URI LOGIN = URI.create("/login");

    private final CurrentIdentityAssociation identity;
    private final Bundle bundle;

    PageResource(CurrentIdentityAssociation identity, Bundle bundle) {
        this.identity = identity;
        this.bundle = bundle;
    }

    /** Who is logged in. */
    public record Me(String name, String email, List<String> roles) {}

    /** Type-safe templates. */
    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance page(String style, String script, Me me);
    }

    @GET
    @PermitAll
    @Produces(MediaType.TEXT_HTML)
    @Operation(summary = "The page; leads to the login form without a session")
    public Uni<Response> page() {
        return identity.getDeferredIdentity()
                .map(caller -> caller.isAnonymous()
                        ? Response.seeOther(LOGIN).build()
                        : Response.ok(Templates.page(bundle.style("app"), bundle.script("app"), me(caller)))
                                .header("Cache-Control", "no-store")
                                .build());
    }

    @GET
    @Path("api/me")
    @RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    @Operation(summary = "Who is logged in")
    public Uni<Me> me() {
        return identity.getDeferredIdentity().map(PageResource::me);
    }

    private static Me me(SecurityIdentity caller) {
        List<String> roles = caller.getRoles().stream().sorted().toList();
        User user = caller.getAttribute(User.ATTRIBUTE);
        return user == null
                ? new Me(caller.getPrincipal().getName(), caller.getPrincipal().getName(), roles)
                : new Me(user.name(), user.email(), roles);
    }
}
