package io.playcaller.console.session.in;

import io.playcaller.console.config.ConsoleConfig;
import io.playcaller.console.guard.in.ClientAddresses;
import io.playcaller.console.login.LoginResult;
import io.playcaller.console.login.app.LoginService;
import io.playcaller.console.session.SessionSecret;
import io.playcaller.console.session.app.Sessions;
import io.quarkiverse.web.bundler.runtime.Bundle;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The login form: plain HTML, works without scripts. */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class LoginResource {

    private static final URI PAGE = URI.create("/");
    private static final URI LOGIN = URI.create("/login");

    private final LoginService login;
    private final ClientAddresses addresses;
    private final Sessions sessions;
    private final Duration ttl;
    private final Bundle bundle;

    LoginResource(
            LoginService login, ClientAddresses addresses, Sessions sessions, ConsoleConfig config, Bundle bundle) {
        this.login = login;
        this.addresses = addresses;
        this.sessions = sessions;
        this.ttl = config.sessionTtl();
        this.bundle = bundle;
    }

    /** Type-safe templates. */
    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance login(String style, String email, String fault);
    }

    @GET
    @Path("login")
    @Operation(summary = "The login form")
    public Response form() {
        return answer(200, "", "");
    }

    @POST
    @Path("login")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "Opens a session")
    public Uni<Response> open(
            @FormParam("email") @Nullable String email,
            @FormParam("password") @Nullable String password,
            RoutingContext request) {
        String told = email == null ? "" : email;
        String address = addresses.of(request);
        return login.login(told, password == null ? "" : password, address)
                .chain(result -> opened(result, told, request));
    }

    @POST
    @Path("logout")
    @Operation(summary = "Ends the session")
    public Uni<Response> end(RoutingContext request) {
        Uni<Void> ended = SessionCookie.of(request)
                .map(sessions::end)
                .orElseGet(() -> Uni.createFrom().voidItem());
        return ended.map(done -> Response.seeOther(LOGIN)
                .cookie(SessionCookie.cleared(request))
                .header("Clear-Site-Data", "\"cache\", \"storage\"")
                .build());
    }

    private Uni<Response> opened(LoginResult result, String email, RoutingContext request) {
        if (result instanceof LoginResult.In in) {
            return open(in, request);
        }
        if (result instanceof LoginResult.Wait wait) {
            long minutes = wait.left().plusSeconds(59).toMinutes();
            Response later = answer(429, email, "Too many attempts. Try again in " + minutes + " min.");
            later.getHeaders().putSingle("Retry-After", wait.left().toSeconds());
            return Uni.createFrom().item(later);
        }
        return Uni.createFrom().item(answer(401, email, "E-mail address and password do not fit."));
    }

    private Uni<Response> open(LoginResult.In in, RoutingContext request) {
        SessionSecret secret = SessionSecret.drawn();
        return sessions.open(secret, in.user(), in.generation(), ttl)
                .map(done -> Response.seeOther(PAGE)
                        .cookie(SessionCookie.set(request, secret, ttl))
                        .build());
    }

    private Response answer(int status, String email, String fault) {
        return Response.status(status)
                .entity(Templates.login(bundle.style("app"), email, fault))
                .header("Cache-Control", "no-store")
                .build();
    }
}
