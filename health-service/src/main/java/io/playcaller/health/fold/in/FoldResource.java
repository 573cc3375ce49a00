package io.playcaller.health.fold.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Page;
import io.playcaller.health.fold.CheckpointView;
import io.playcaller.health.fold.app.FoldViews;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** How far the log is folded. */
@Path("/v1/checkpoints")
public class FoldResource {

    private final FoldViews views;

    FoldResource(FoldViews views) {
        this.views = views;
    }

    /** Every partition of the log, whichever replica owns it. */
    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    public Uni<Page<CheckpointView>> checkpoints() {
        return views.checkpoints().map(Page::whole);
    }
}
