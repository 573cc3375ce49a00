package io.playcaller.router.task.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Page;
import io.playcaller.router.task.out.PgPrecision;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What reasons were worth to those who worked on them. */
@Path("/v1/reasons")
@Tag(name = "reasons")
public class ReasonResource {

    private final PgPrecision precision;

    ReasonResource(PgPrecision precision) {
        this.precision = precision;
    }

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            summary = "How often each reason was right, by the closing answers of 180 days; below 40% of 20 or more a "
                    + "re-tuning is proposed.")
    public Uni<Page<PrecisionView>> list() {
        return precision
                .all()
                .map(all -> Page.whole(all.stream().map(PrecisionView::of).toList()));
    }
}
