package io.playcaller.console.token.in;

import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.console.guard.in.ClientAddresses;
import io.playcaller.console.login.LoginResult;
import io.playcaller.console.login.app.LoginService;
import io.playcaller.console.token.Token;
import io.playcaller.console.token.app.SigningKeys;
import io.playcaller.console.token.app.TokenIssuer;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Tokens for programs, and the keys that verify them. */
@Path("/")
@PermitAll
public class TokenResource {

    private final LoginService login;
    private final ClientAddresses addresses;
    private final TokenIssuer issuer;
    private final SigningKeys keys;

    TokenResource(LoginService login, ClientAddresses addresses, TokenIssuer issuer, SigningKeys keys) {
        this.login = login;
        this.addresses = addresses;
        this.issuer = issuer;
        this.keys = keys;
    }

    /** Who asks for a token. */
    public record Credentials(
            @Nullable String email, @Nullable String password) {}

    /** A JSON Web Key Set (RFC 7517). */
    public record KeySet(List<Map<String, String>> keys) {}

    @POST
    @Path("v1/tokens")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "A token of 15 minutes for an e-mail address and its password")
    public Uni<RestResponse<Token>> token(@Nullable Credentials told, RoutingContext request) {
        Credentials credentials = told == null ? new Credentials(null, null) : told;
        List<FieldFault> missing = new ArrayList<>();
        String email = required("email", credentials.email(), missing);
        String password = required("password", credentials.password(), missing);
        if (!missing.isEmpty()) {
            throw new ProblemException(Problem.badFields("credentials.missing", missing));
        }
        return login.login(email, password, addresses.of(request)).map(this::issued);
    }

    @GET
    @Path(".well-known/jwks.json")
    @Operation(summary = "The public keys that verify tokens")
    public RestResponse<KeySet> jwks() {
        List<Map<String, String>> set = keys.all().stream()
                .map(key -> Map.of(
                        "kty",
                        "RSA",
                        "use",
                        "sig",
                        "alg",
                        "RS256",
                        "kid",
                        key.kid(),
                        "n",
                        key.modulus(),
                        "e",
                        key.exponent()))
                .toList();
        return RestResponse.ResponseBuilder.ok(new KeySet(set))
                .header("Cache-Control", "public, max-age=60")
                .build();
    }

    private RestResponse<Token> issued(LoginResult result) {
        if (result instanceof LoginResult.In in) {
            return RestResponse.ResponseBuilder.ok(issuer.issue(in.user()))
                    .header("Cache-Control", "no-store")
                    .build();
        }
        if (result instanceof LoginResult.Wait wait) {
            throw new ProblemException(Problem.tooMany("login.too-many", "too many attempts to log in", wait.left()));
        }
        throw new ProblemException(Problem.unauthorized("e-mail address and password do not fit"));
    }

    private static String required(String field, @Nullable String value, List<FieldFault> missing) {
        if (value == null || value.isBlank()) {
            missing.add(new FieldFault(field, "text", "nothing"));
            return "";
        }
        return value;
    }
}
