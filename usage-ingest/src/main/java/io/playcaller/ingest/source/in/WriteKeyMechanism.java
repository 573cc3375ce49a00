package io.playcaller.ingest.source.in;

import io.playcaller.ingest.refusal.app.RefusalCount;
import io.playcaller.ingest.source.KeyHolder;
import io.playcaller.ingest.source.WriteKey;
import io.playcaller.ingest.source.app.WriteKeys;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Lets a write key in where roles are asked for: the register, backfills, heartbeats. Tokens are left to others. */
@ApplicationScoped
class WriteKeyMechanism implements HttpAuthenticationMechanism {

    private static final int UNAUTHORIZED = 401;

    private final WriteKeys keys;
    private final RefusalCount refusals;

    WriteKeyMechanism(WriteKeys keys, RefusalCount refusals) {
        this.keys = keys;
        this.refusals = refusals;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        Optional<WriteKey> key = BasicKey.of(request.request().getHeader("Authorization"));
        if (key.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        return keys.holderOf(key.get())
                .map(holder -> holder.orElseThrow(this::unknown))
                .invoke(holder -> mark(request, holder))
                .map(WriteKeyMechanism::identity);
    }

    /** What a test key is answered says so, a problem, too. */
    private static void mark(RoutingContext request, KeyHolder holder) {
        if (holder.test()) {
            request.response()
                    .putHeader(Caller.ENVIRONMENT, holder.environment().word());
        }
    }

    private AuthenticationFailedException unknown() {
        refusals.refused("key.unknown");
        return new AuthenticationFailedException();
    }

    private static SecurityIdentity identity(KeyHolder holder) {
        QuarkusSecurityIdentity.Builder identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(holder.source()))
                .addAttribute(Caller.HOLDER, holder);
        holder.scopes().forEach(scope -> identity.addRole(KeyRoles.of(scope, holder.environment())));
        return identity.build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(UNAUTHORIZED, "WWW-Authenticate", "Basic realm=\"playcaller\""));
    }
}
