package io.playcaller.console.session.in;

import io.playcaller.console.session.app.Sessions;
import io.playcaller.console.user.User;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The session's cookie as a proof of identity. Requests without it are left to bearer tokens. */
@ApplicationScoped
public class SessionMechanism implements HttpAuthenticationMechanism {

    private final Sessions sessions;

    SessionMechanism(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<@Nullable SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        return SessionCookie.of(request)
                .map(secret -> sessions.find(secret)
                        .map(user -> user.map(SessionMechanism::identity).orElse(null)))
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    /** None of its own: the page redirects, everything else asks for a token. */
    @Override
    public Uni<@Nullable ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }

    private static SecurityIdentity identity(User user) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(user.email()))
                .addRoles(user.roles())
                .addAttribute(User.ATTRIBUTE, user)
                .build();
    }
}
