package io.playcaller.health.fold.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Page;
import io.playcaller.health.fold.CheckpointView;
import io.playcaller.health.fold.QuarantineView;
import io.playcaller.health.fold.app.FoldViews;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** How far the log is folded, and whose fold failed. */
@Path("/v1")
public class FoldResource {

    private final FoldViews views;

    FoldResource(FoldViews views) {
        this.views = views;
    }

    /** Every partition of the log, whichever replica owns it. */
    @GET
    @Path("/checkpoints")
    @RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    public Uni<Page<CheckpointView>> checkpoints() {
        return views.checkpoints().map(Page::whole);
    }

    /** Accounts in quarantine, with the fact at which each failed. */
    @GET
    @Path("/quarantine")
    @RolesAllowed({Roles.OPS, Roles.ADMIN})
    public Uni<Page<QuarantineView>> quarantine() {
        return views.quarantine().map(Page::whole);
    }
}
