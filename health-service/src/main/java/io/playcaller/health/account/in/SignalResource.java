package io.playcaller.health.account.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Page;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.health.account.app.AccountViews;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Set;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Signals of all accounts, and of sources that went quiet. */
@Path("/v1/signals")
@RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
public class SignalResource {

    private final AccountViews views;

    SignalResource(AccountViews views) {
        this.views = views;
    }

    /**
     * Episodes, newest first.
     *
     * @param state {@code open} or {@code all}, which is the default
     */
    @GET
    public Uni<Page<SignalChanged>> signals(
            @RestQuery @Nullable String state, @RestQuery @Nullable Integer limit, @RestQuery @Nullable String cursor) {
        boolean openOnly = "open".equals(Questions.oneOf("state", state, Set.of("open", "all")));
        return views.signals(null, openOnly, Questions.afterEpisode(cursor), Questions.limit(limit));
    }
}
