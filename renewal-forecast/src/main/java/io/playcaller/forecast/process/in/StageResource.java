package io.playcaller.forecast.process.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.forecast.engine.contract.RenewalStage;
import io.playcaller.forecast.process.StageMove;
import io.playcaller.forecast.process.app.Renewals;
import io.playcaller.forecast.process.app.StageService;
import io.playcaller.forecast.process.app.StageService.Answer;
import io.playcaller.forecast.process.app.StageService.Wish;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** How far the work on a renewal is. */
@Path("/v1/contracts/{id}/stage")
public class StageResource {

    private static final int HISTORY = 100;

    private final StageService stages;
    private final Renewals renewals;
    private final CurrentIdentityAssociation identity;

    StageResource(StageService stages, Renewals renewals, CurrentIdentityAssociation identity) {
        this.stages = stages;
        this.renewals = renewals;
        this.identity = identity;
    }

    /**
     * Where the renewal is to be.
     *
     * @param because why
     * @param confirms what has been done, in words of the process, such as {@code proposal-sent}
     */
    public record StageBody(
            @Nullable String stage,
            @Nullable String because,
            @Nullable List<String> confirms) {}

    /**
     * Where a renewal is.
     *
     * @param missing what must be true to go on and is not
     * @param history of all renewals of the contract, newest first, at most 100
     */
    public record StageView(String stage, String ownerRole, List<String> missing, List<MoveView> history) {}

    /** One move. */
    public record MoveView(
            String stage,
            LocalDate renewalOn,
            String author,
            String because,
            List<String> confirmed,
            List<String> despite,
            Instant at) {

        static MoveView of(StageMove move) {
            return new MoveView(
                    move.stage().key(),
                    move.renewalOn(),
                    move.author(),
                    move.reason(),
                    move.confirmed(),
                    move.despite(),
                    move.at());
        }
    }

    /** What became of a move. */
    public record MovedView(String from, MoveView move) {}

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    @Operation(summary = "The stage of the renewal, what it waits for, and how it came there")
    public Uni<StageView> stage(@RestPath String id) {
        return stages.place(id)
                .map(found -> found.orElseThrow(() -> unknown(id)))
                .chain(place -> renewals.moves(id, HISTORY)
                        .map(moves -> new StageView(
                                place.stage().key(),
                                place.rule().owner(),
                                place.missing(),
                                moves.stream().map(MoveView::of).toList())));
    }

    @POST
    @RolesAllowed({Roles.CSM, Roles.LEAD})
    @Operation(
            summary = "Moves the renewal: {stage, because, confirms: [proposal-sent]}",
            description =
                    "Forward needs the exit criteria of every stage that is left; what is missing is answered with 409. "
                            + "A lead may go on without, and the history says what was missing. The same stage again notes what is "
                            + "confirmed.")
    public Uni<MovedView> move(@RestPath String id, @Nullable StageBody body) {
        return identity.getDeferredIdentity()
                .map(caller -> wish(body, caller))
                .chain(wish -> stages.move(id, wish))
                .map(answer -> view(answer.orElseThrow(() -> unknown(id))));
    }

    private static Wish wish(@Nullable StageBody body, SecurityIdentity caller) {
        Said said = new Said("stage.invalid");
        StageBody asked = body == null ? new StageBody(null, null, null) : body;
        RenewalStage stage = said.stage("/stage", asked.stage());
        if (asked.stage() == null) {
            said.fault("/stage", "the stage to go to", null);
        }
        String because = said.because(asked.because());
        List<String> confirms = said.confirms(asked.confirms());
        said.orThrow();
        return new Wish(
                stage == null ? RenewalStage.NOT_STARTED : stage,
                because,
                confirms,
                caller.getPrincipal().getName(),
                caller.hasRole(Roles.LEAD));
    }

    private static MovedView view(Answer answer) {
        if (answer instanceof Answer.Moved moved) {
            return new MovedView(moved.from().key(), MoveView.of(moved.move()));
        }
        if (answer instanceof Answer.Refused refused) {
            throw new ProblemException(Problem.conflict(
                    "stage.not-yet",
                    "the renewal cannot leave stage %s: %s"
                            .formatted(refused.from().key(), String.join("; ", refused.missing()))));
        }
        String stage = ((Answer.Same) answer).stage().key();
        throw new ProblemException(
                Problem.conflict("stage.same", "the renewal is in stage " + stage + ", and nothing new is confirmed"));
    }

    private static ProblemException unknown(String id) {
        return new ProblemException(Problem.notFound("contract", id));
    }
}
