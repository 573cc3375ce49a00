package io.playcaller.router.staff.in;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.chassis.page.Page;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.staff.Directory;
import io.playcaller.router.staff.StaffChange;
import io.playcaller.router.staff.StaffMember;
import io.playcaller.router.staff.Unmatched;
import io.playcaller.router.staff.app.DirectoryDesk;
import io.playcaller.router.staff.app.DirectoryDesk.Answer;
import io.playcaller.router.staff.app.DirectoryDesk.Outcome;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Our own people: the file is the base, what is said here stands on top of it, each person whole. */
@Path("/v1/directory")
@Tag(name = "directory")
public class DirectoryResource {

    /** Whose business it is when somebody is away or leaves. */
    private static final List<String> PLANNERS = List.of(Roles.LEAD, Roles.OPS, Roles.ADMIN);

    private final CurrentRules rules;
    private final DirectoryDesk desk;
    private final CurrentIdentityAssociation identity;
    private final BusinessClock clock;

    DirectoryResource(
            CurrentRules rules, DirectoryDesk desk, CurrentIdentityAssociation identity, BusinessClock clock) {
        this.rules = rules;
        this.clock = clock;
        this.desk = desk;
        this.identity = identity;
    }

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            summary = "Our own people, each with where they stand: in the file, or said here (api).",
            description = "absences and leavesAt only for lead, ops and admin.")
    public Uni<Page<StaffView>> list() {
        Directory directory = rules.get().directory();
        return identity.getDeferredIdentity().map(caller -> {
            boolean plans = PLANNERS.stream().anyMatch(caller::hasRole);
            return Page.whole(directory.people())
                    .map(person -> StaffView.of(person, directory))
                    .map(view -> plans ? view : view.withoutPlans());
        });
    }

    /** Somebody whom a tool may not know. */
    public record UnmatchedView(String staffId, String name, String email, String tool) {

        static UnmatchedView of(Unmatched unmatched) {
            StaffMember person = unmatched.person();
            return new UnmatchedView(person.staffId(), person.name(), person.email(), unmatched.tool());
        }
    }

    @GET
    @Path("unmatched")
    @RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    @Operation(summary = "Who gets work and has no id in a tool in which others have one.")
    public Page<UnmatchedView> unmatched() {
        return Page.whole(Unmatched.in(rules.get().directory(), clock.instant()))
                .map(UnmatchedView::of);
    }

    @PUT
    @Path("{staffId}")
    @RolesAllowed({Roles.OPS, Roles.ADMIN})
    @Operation(
            summary = "Says all of a person, as the list shows them, instead of what the file says; ?reason= is kept.")
    public Uni<StaffView> put(@RestPath String staffId, @RestQuery @Nullable String reason, @Nullable ObjectNode body) {
        if (body == null) {
            throw new ProblemException(Problem.badField("body.missing", "", "a JSON object", "nothing"));
        }
        String json = StaffBody.of(staffId, body);
        return change(staffId, json, reason).map(done -> {
            Directory directory = rules.get().directory();
            return directory
                    .person(staffId)
                    .map(person -> StaffView.of(person, directory))
                    .orElseThrow(() -> new ProblemException(Problem.notFound("person", staffId)));
        });
    }

    @DELETE
    @Path("{staffId}")
    @RolesAllowed({Roles.OPS, Roles.ADMIN})
    @Operation(summary = "Takes back what was said of a person here: the file counts again, if it has them.")
    public Uni<Void> delete(@RestPath String staffId, @RestQuery @Nullable String reason) {
        return change(staffId, null, reason).replaceWithVoid();
    }

    private Uni<Outcome> change(String staffId, @Nullable String json, @Nullable String reason) {
        String why = StaffBody.reason(reason);
        return identity.getDeferredIdentity()
                .chain(caller -> desk.change(
                        new StaffChange(staffId, json, caller.getPrincipal().getName(), why)))
                .invoke(outcome -> refuse(staffId, outcome));
    }

    private void refuse(String staffId, Outcome outcome) {
        if (outcome.answer() == Answer.REFUSED) {
            throw new ProblemException(StaffBody.problem(staffId, outcome.faults()));
        }
        if (outcome.answer() == Answer.NOTHING_SAID) {
            throw new ProblemException(
                    rules.get().directory().person(staffId).isPresent()
                            ? Problem.conflict(
                                    "directory.in-file",
                                    staffId + " stands in directory.yaml only: take them out there, or say here when"
                                            + " they leave (leavesAt).")
                            : Problem.notFound("person", staffId));
        }
    }
}
