package io.playcaller.router.handover.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.chassis.page.Cursor;
import io.playcaller.chassis.page.Page;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.router.handover.HandOverAnswer;
import io.playcaller.router.handover.HandOverAnswer.Changed;
import io.playcaller.router.handover.HandOverAnswer.Refused;
import io.playcaller.router.handover.HandOverAnswer.Unchanged;
import io.playcaller.router.handover.HandOverFilter;
import io.playcaller.router.handover.HandOverState;
import io.playcaller.router.handover.app.HandOvers;
import io.playcaller.router.handover.out.PgHandOvers;
import io.playcaller.router.handover.out.PgHandOvers.Position;
import io.playcaller.router.task.Actor;
import io.playcaller.router.task.app.TaskDesk;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Accounts that pass from one of our people to another. */
@Path("/v1/hand-overs")
@Tag(name = "hand-overs")
public class HandOverResource {

    private static final int MOST = 500;
    private static final String HAND_OVER = "hand-over";
    private static final String ME = "me";
    private static final List<String> STATES = Arrays.stream(HandOverState.values())
            .map(state -> state.name().toLowerCase(Locale.ROOT))
            .toList();

    private final HandOvers handOvers;
    private final PgHandOvers store;
    private final TaskDesk desk;
    private final CurrentIdentityAssociation identity;
    private final BusinessClock clock;

    HandOverResource(
            HandOvers handOvers,
            PgHandOvers store,
            TaskDesk desk,
            CurrentIdentityAssociation identity,
            BusinessClock clock) {
        this.handOvers = handOvers;
        this.store = store;
        this.desk = desk;
        this.identity = identity;
        this.clock = clock;
    }

    /** Why it is rejected or withdrawn. */
    public record WhyBody(@Nullable String because) {}

    @GET
    @RolesAllowed({Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN})
    @Operation(
            summary = "Hand-overs, newest first.",
            description =
                    "state is one of proposed, accepted, effective, rejected, withdrawn; waitsOn is a staff id or me: whoever"
                            + " is to have the account, or the lead who was told; proposedBy is a staff id or me, too.")
    public Uni<Page<HandOverView>> list(
            @RestQuery @Nullable String account,
            @RestQuery @Nullable String state,
            @RestQuery @Nullable String waitsOn,
            @RestQuery @Nullable String proposedBy,
            @RestQuery @DefaultValue("50") @Min(1) @Max(MOST) int limit,
            @RestQuery @Nullable String cursor) {
        if (state != null && !STATES.contains(state)) {
            throw new ProblemException(
                    Problem.badField("hand-over.state", "state", "one of " + String.join(", ", STATES), state));
        }
        Position after = Cursor.read(cursor, (at, id) -> new Position(Instant.parse(at), UUID.fromString(id)));
        return actor(Roles.LEAD)
                .map(by -> new HandOverFilter(account, state, person(waitsOn, by), person(proposedBy, by)))
                .chain(filter -> store.list(filter, after, limit + 1))
                .map(found -> Page.of(
                        found.stream().map(HandOverView::of).toList(),
                        limit,
                        last -> new Cursor(
                                last.proposedAt().toString(), last.handOverId().toString())));
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed({Roles.CSM, Roles.LEAD, Roles.OPS})
    @Operation(
            summary =
                    "Proposes a hand-over: {accountId, role, to, context, openRisks, promises, contacts, renewals,"
                            + " takesEffectAt}. Until it is accepted, and its instant has come, the account is its former owner's.",
            description =
                    "For whoever has the account in that role today, or their deputy while they are away, and not to themselves;"
                            + " for a lead and CS Ops always; to who has it in that role already, for whoever has it in any role."
                            + " Anybody else is refused with 409 not-yours.")
    public Uni<HandOverView> propose(@Nullable HandOverBody body) {
        HandOvers.Wish wish = (body == null
                        ? new HandOverBody(null, null, null, null, null, null, null, null, null)
                        : body)
                .checked(clock.instant());
        return actor(Roles.LEAD, Roles.OPS)
                .chain(by -> handOvers.propose(wish, by))
                .map(HandOverResource::answer);
    }

    @POST
    @Path("{handOverId}/accept")
    @RolesAllowed({Roles.CSM, Roles.LEAD, Roles.OPS})
    @Operation(summary = "Whoever is to have the account takes it, or a lead does in their name.")
    public Uni<HandOverView> accept(@RestPath UUID handOverId) {
        return act(handOverId, by -> handOvers.accept(handOverId, by));
    }

    @POST
    @Path("{handOverId}/reject")
    @RolesAllowed({Roles.CSM, Roles.LEAD, Roles.OPS})
    @Operation(summary = "They do not take it: {because}, such as what is missing. The account stays where it is.")
    public Uni<HandOverView> reject(@RestPath UUID handOverId, @Nullable WhyBody body) {
        String because = HandOverBody.because(body == null ? null : body.because());
        return act(handOverId, by -> handOvers.reject(handOverId, by, because));
    }

    @POST
    @Path("{handOverId}/withdraw")
    @RolesAllowed({Roles.CSM, Roles.LEAD, Roles.OPS})
    @Operation(
            summary =
                    "Whoever proposed it takes it back, or a lead does: {because}; until it is effective, also what was"
                            + " rejected and is not to be proposed anew.")
    public Uni<HandOverView> withdraw(@RestPath UUID handOverId, @Nullable WhyBody body) {
        String because = HandOverBody.because(body == null ? null : body.because());
        return act(handOverId, by -> handOvers.withdraw(handOverId, by, because));
    }

    private Uni<HandOverView> act(UUID id, Function<Actor, Uni<Optional<HandOverAnswer>>> act) {
        return actor(Roles.LEAD)
                .chain(act::apply)
                .map(found -> found.map(HandOverResource::answer)
                        .orElseThrow(() -> new ProblemException(Problem.notFound(HAND_OVER, id.toString()))));
    }

    /** @param leading roles in which they act on what others have, too */
    private Uni<Actor> actor(String... leading) {
        return identity.getDeferredIdentity()
                .map(caller -> desk.actor(caller.getPrincipal().getName())
                        .leading(Arrays.stream(leading).anyMatch(caller::hasRole)));
    }

    private static @Nullable String person(@Nullable String asked, Actor by) {
        return ME.equals(asked) ? by.id() : asked;
    }

    private static HandOverView answer(HandOverAnswer answer) {
        if (answer instanceof Changed changed) {
            return HandOverView.of(changed.after());
        }
        if (answer instanceof Unchanged unchanged) {
            return HandOverView.of(unchanged.as());
        }
        Refused refused = (Refused) answer;
        throw new ProblemException(Problem.conflict(refused.code(), refused.sentence()));
    }
}
