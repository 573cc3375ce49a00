package io.playcaller.console.relay.app;

import io.playcaller.console.token.app.TokenIssuer;
import io.playcaller.console.user.User;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The token in whose name services are asked: the caller's own, or a fresh one for the user of a session. */
@ApplicationScoped
public class Callers {

    private final CurrentIdentityAssociation identity;
    private final TokenIssuer issuer;

    Callers(CurrentIdentityAssociation identity, TokenIssuer issuer) {
        this.identity = identity;
        this.issuer = issuer;
    }

    /** For the caller of this request, who has been let in. */
    public Uni<String> bearer() {
        return identity.getDeferredIdentity().map(this::bearer);
    }

    private String bearer(SecurityIdentity caller) {
        if (caller.getPrincipal() instanceof JsonWebToken token) {
            return token.getRawToken();
        }
        User user = caller.getAttribute(User.ATTRIBUTE);
        return issuer.issue(user).token();
    }
}
