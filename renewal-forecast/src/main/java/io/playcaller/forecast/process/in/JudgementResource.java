package io.playcaller.forecast.process.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Page;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.contracts.forecast.Category;
import io.playcaller.forecast.config.InForce;
import io.playcaller.forecast.engine.process.JudgeRole;
import io.playcaller.forecast.engine.process.Judgement;
import io.playcaller.forecast.engine.process.RenewalProcess;
import io.playcaller.forecast.process.JudgementWish;
import io.playcaller.forecast.process.app.JudgementService;
import io.playcaller.forecast.process.app.JudgementService.Withdrawal;
import io.playcaller.forecast.process.app.Renewals;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What people think of a renewal, beside the model. Who says it is who asks. */
@Path("/v1/contracts/{id}/judgements")
public class JudgementResource {

    private static final int LISTED = 100;

    private final JudgementService judgements;
    private final Renewals renewals;
    private final InForce<RenewalProcess> process;
    private final CurrentIdentityAssociation identity;

    JudgementResource(
            JudgementService judgements,
            Renewals renewals,
            InForce<RenewalProcess> process,
            CurrentIdentityAssociation identity) {
        this.judgements = judgements;
        this.renewals = renewals;
        this.process = process;
        this.identity = identity;
    }

    /** A judgement. */
    public record JudgementView(
            UUID judgementId,
            String role,
            LocalDate renewalOn,
            @Nullable Category category,
            @Nullable Integer renews,
            @Nullable Long amountMinor,
            String author,
            String because,
            Instant at,
            Instant expiresAt,
            @Nullable Instant withdrawnAt) {

        static JudgementView of(Judgement said) {
            return new JudgementView(
                    said.judgementId(),
                    said.role().key(),
                    said.renewalOn(),
                    said.category(),
                    said.renews(),
                    said.amountMinor(),
                    said.author(),
                    said.reason(),
                    said.at(),
                    said.expiresAt(),
                    said.withdrawnAt());
        }
    }

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    @Operation(summary = "The 100 newest judgements of a contract, newest first, those that are over among them")
    public Uni<Page<JudgementView>> list(@RestPath String id) {
        return renewals.judgements(id, LISTED)
                .map(found -> Page.whole(found.stream().map(JudgementView::of).toList()));
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed({Roles.CSM, Roles.LEAD})
    @Operation(
            summary =
                    "Judges a renewal: {category, renews, amountMinor, because, days}, at least one of the first three",
            description =
                    "It stands beside the model's forecast and the last judgement of the other role, and takes the place "
                            + "of the caller's own role's. A lead judges as manager; `as` says otherwise.")
    public Uni<JudgementView> judge(@RestPath String id, @Nullable JudgementBody body) {
        return identity.getDeferredIdentity()
                .map(caller -> wish(body, caller))
                .chain(wish -> judgements.judge(id, wish))
                .map(said -> JudgementView.of(
                        said.orElseThrow(() -> new ProblemException(Problem.notFound("contract", id)))));
    }

    @DELETE
    @Path("{judgementId}")
    @ResponseStatus(204)
    @RolesAllowed({Roles.CSM, Roles.LEAD})
    @Operation(
            summary =
                    "Takes back a judgement of one's own; a lead takes back any. The one before it does not count again.")
    public Uni<Void> withdraw(@RestPath String id, @RestPath UUID judgementId) {
        return identity.getDeferredIdentity()
                .chain(caller -> judgements.withdraw(
                        id, judgementId, caller.getPrincipal().getName(), caller.hasRole(Roles.LEAD)))
                .invoke(answer -> refuse(answer, judgementId))
                .replaceWithVoid();
    }

    private JudgementWish wish(@Nullable JudgementBody body, SecurityIdentity caller) {
        Set<JudgeRole> may = EnumSet.noneOf(JudgeRole.class);
        if (caller.hasRole(Roles.CSM)) {
            may.add(JudgeRole.CSM);
        }
        if (caller.hasRole(Roles.LEAD)) {
            may.add(JudgeRole.MANAGER);
        }
        JudgementBody asked = body == null ? JudgementBody.empty() : body;
        return asked.checked(
                may, process.now().rules().judgement(), caller.getPrincipal().getName());
    }

    private static void refuse(Withdrawal answer, UUID judgementId) {
        switch (answer) {
            case DONE -> {}
            case UNKNOWN -> throw new ProblemException(Problem.notFound("judgement", judgementId.toString()));
            case NOT_YOURS ->
                throw new ProblemException(Problem.forbidden("judgement " + judgementId + " is somebody else's"));
            case OVER ->
                throw new ProblemException(
                        Problem.conflict("judgement.over", "judgement " + judgementId + " was taken back before"));
        }
    }
}
