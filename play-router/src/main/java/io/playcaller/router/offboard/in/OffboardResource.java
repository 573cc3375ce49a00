package io.playcaller.router.offboard.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.router.offboard.MovedDuties;
import io.playcaller.router.offboard.MovedDuties.Deputy;
import io.playcaller.router.offboard.app.Duties;
import io.playcaller.router.offboard.app.Offboarding;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.staff.Directory;
import io.playcaller.router.staff.StaffChange;
import io.playcaller.router.staff.StaffMember;
import io.playcaller.router.staff.app.DirectoryDesk;
import io.playcaller.router.staff.app.DirectoryDesk.Answer;
import io.playcaller.router.staff.in.StaffView;
import io.playcaller.router.task.Actor;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Somebody leaves: one reviewed run. */
@Path("/v1/offboard")
@Tag(name = "directory")
public class OffboardResource {

    private static final String CODE = "offboard";
    private static final int LONGEST_REASON = 500;

    private final CurrentRules rules;
    private final DirectoryDesk directory;
    private final Offboarding offboarding;
    private final Duties duties;
    private final CurrentIdentityAssociation identity;
    private final BusinessClock clock;

    OffboardResource(
            CurrentRules rules,
            DirectoryDesk directory,
            Offboarding offboarding,
            Duties duties,
            CurrentIdentityAssociation identity,
            BusinessClock clock) {
        this.rules = rules;
        this.directory = directory;
        this.offboarding = offboarding;
        this.duties = duties;
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param reason kept in the log of the directory and of each task
     * @param leavesAt from when on play-router answers them nothing and they get no work; null for now
     */
    public record LeaveBody(
            @Nullable String reason, @Nullable Instant leavesAt) {}

    @POST
    @Path("{staffId}")
    @RolesAllowed({Roles.OPS, Roles.ADMIN})
    @Operation(
            summary =
                    "They leave: {reason, leavesAt}. Each open task gets exactly one new owner, its accept clock runs anew;"
                            + " ?preview=true shows it all and changes nothing. Asked for again, it goes on where it stopped.")
    public Uni<LeaveView> leave(
            @RestPath String staffId, @RestQuery @DefaultValue("false") boolean preview, @Nullable LeaveBody body) {
        StaffMember person = rules.get()
                .directory()
                .person(staffId)
                .orElseThrow(() -> new ProblemException(Problem.notFound("person", staffId)));
        Instant at = body == null || body.leavesAt() == null ? clock.instant() : body.leavesAt();
        return identity.getDeferredIdentity().chain(caller -> {
            Actor by = Actor.stranger(caller.getPrincipal().getName());
            return preview
                    ? offboarding
                            .preview(staffId, by)
                            .chain(found -> duties.preview(staffId).map(moved -> view(staffId, null, found, moved)))
                    : run(person, at, by, reason(body));
        });
    }

    private Uni<LeaveView> run(StaffMember person, Instant at, Actor by, String reason) {
        String json = StaffView.leaving(person, rules.get().directory(), at);
        return directory
                .change(new StaffChange(person.staffId(), json, by.id(), reason))
                .invoke(outcome -> {
                    if (outcome.answer() != Answer.DONE) {
                        throw new ProblemException(Problem.conflict(
                                CODE, "What stands of them in the directory does not hold: " + outcome.faults()));
                    }
                })
                .chain(() -> offboarding.handOver(person.staffId(), by, reason))
                .chain(found -> duties.move(person.staffId(), by)
                        .call(moved -> nameDeputies(moved.deputies(), by, reason))
                        .map(moved -> view(person.staffId(), at, found, moved)));
    }

    /** One change of the directory each; one that does not hold leaves what stands there. */
    private Uni<Void> nameDeputies(List<Deputy> deputies, Actor by, String reason) {
        return Multi.createFrom()
                .iterable(deputies)
                .onItem()
                .transformToUniAndConcatenate(deputy -> directory.change(deputyOf(deputy, by, reason)))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private StaffChange deputyOf(Deputy deputy, Actor by, String reason) {
        Directory current = rules.get().directory();
        StaffMember person = current.person(deputy.staffId()).orElseThrow();
        return new StaffChange(person.staffId(), StaffView.withDeputy(person, current, deputy.to()), by.id(), reason);
    }

    private LeaveView view(String staffId, @Nullable Instant at, Offboarding.Belongings found, MovedDuties moved) {
        Directory current = rules.get().directory();
        List<StaffMember> people = current.people();
        StaffMember person = current.person(staffId).orElseThrow();
        return new LeaveView(
                staffId,
                at,
                found.tasks().stream().map(LeaveView.TaskLine::of).toList(),
                found.unreadable(),
                found.accounts().stream().map(LeaveView.AccountLine::of).toList(),
                found.tools(),
                moved,
                person.overridesAddress(),
                "/v1/users/" + person.contact().login().orElse(person.email()),
                ids(people, other -> staffId.equals(other.manager())));
    }

    private static List<String> ids(List<StaffMember> people, Predicate<StaffMember> which) {
        return people.stream().filter(which).map(StaffMember::staffId).toList();
    }

    private static String reason(@Nullable LeaveBody body) {
        String reason = body == null ? null : body.reason();
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0) {
            throw new ProblemException(Problem.badField(
                    CODE, "/reason", "why, in at most " + LONGEST_REASON + " characters", String.valueOf(reason)));
        }
        return reason.strip();
    }
}
