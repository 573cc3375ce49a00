package io.playcaller.router.staff.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Page;
import io.playcaller.router.rules.app.CurrentRules;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Our own people. */
@Path("/v1/directory")
@Tag(name = "directory")
public class DirectoryResource {

    private final CurrentRules rules;

    DirectoryResource(CurrentRules rules) {
        this.rules = rules;
    }

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    @Operation(summary = "Our own people, as the directory file states them.")
    public Page<StaffView> list() {
        return Page.whole(rules.get().directory().people()).map(StaffView::of);
    }
}
