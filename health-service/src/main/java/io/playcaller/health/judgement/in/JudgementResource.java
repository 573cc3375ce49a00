package io.playcaller.health.judgement.in;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.chassis.page.Page;
import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.health.engine.model.Measure;
import io.playcaller.health.judgement.OverrideTerms;
import io.playcaller.health.judgement.OverrideTerms.Asked;
import io.playcaller.health.judgement.OverrideTerms.Fault;
import io.playcaller.health.judgement.OverrideView;
import io.playcaller.health.judgement.PulseView;
import io.playcaller.health.judgement.app.Judgements;
import io.playcaller.health.models.app.ModelEngines;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What our own people say of an account's health. Who says it is who asks, whatever the body says. */
@Path("/v1/accounts")
public class JudgementResource {

    private static final int LOWEST_PULSE = 1;
    private static final int HIGHEST_PULSE = 5;

    private final Judgements judgements;
    private final CurrentIdentityAssociation identity;
    private final BusinessClock clock;
    private final ModelEngines engines;

    JudgementResource(
            Judgements judgements, CurrentIdentityAssociation identity, BusinessClock clock, ModelEngines engines) {
        this.judgements = judgements;
        this.identity = identity;
        this.clock = clock;
        this.engines = engines;
    }

    /**
     * What a measure, or the whole score, counts as.
     *
     * @param measure its id; absent for the whole score
     * @param points milli-points, 0 to 100,000
     * @param because why
     * @param until RFC 3339; 30 days from now where absent, 90 at most
     * @param others fields that mean nothing, which are refused
     */
    public record OverrideBody(
            @Nullable String measure,
            @Nullable BigDecimal points,
            @Nullable String because,
            @Nullable Instant until,
            @JsonAnySetter @Nullable Map<String, Object> others) {}

    /** @param pulse 1, about to be lost, to 5, all is well */
    public record PulseBody(@Nullable BigDecimal pulse) {}

    /** The 100 newest overrides, newest first, those that are over among them. */
    @GET
    @Path("/{id}/overrides")
    @RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    public Uni<Page<OverrideView>> overrides(@RestPath String id) {
        return judgements.overrides(id).map(found -> Page.whole(found.orElseThrow(() -> unknown(id))));
    }

    /** Takes effect when the log is read; replaces the one of the same measure, or of the score, that is in force. */
    @POST
    @Path("/{id}/overrides")
    @ResponseStatus(202)
    @RolesAllowed({Roles.CSM, Roles.LEAD})
    public Uni<OverrideView> set(@RestPath String id, @Nullable OverrideBody body) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return measures()
                .map(measures -> terms(body, measures, now))
                .chain(terms -> staffId().chain(staff -> judgements.set(id, terms, staff)))
                .map(set -> set.orElseThrow(() -> unknown(id)));
    }

    private static OverrideTerms terms(@Nullable OverrideBody body, Set<String> measures, Instant now) {
        Asked asked = body == null
                ? new Asked(null, null, null, null, Set.of())
                : new Asked(
                        body.measure(),
                        body.points(),
                        body.because(),
                        body.until(),
                        body.others() == null ? Set.of() : body.others().keySet());
        List<Fault> faults = asked.faults(measures, now);
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.badFields(
                    "override.terms",
                    faults.stream()
                            .map(fault -> new FieldFault(fault.field(), fault.expected(), fault.actual()))
                            .toList()));
        }
        return asked.terms(now);
    }

    /** As the model in force names them. */
    private Uni<Set<String>> measures() {
        return engines.modelInForce()
                .map(model ->
                        model.scoring().measures().stream().map(Measure::id).collect(Collectors.toUnmodifiableSet()));
    }

    /** Ends an override before its time: from here on what is computed counts again. */
    @DELETE
    @Path("/{id}/overrides/{overrideId}")
    @ResponseStatus(202)
    @RolesAllowed({Roles.CSM, Roles.LEAD})
    public Uni<OverrideView> clear(@RestPath String id, @RestPath UUID overrideId) {
        return staffId().chain(staff -> judgements.clear(id, overrideId, staff)).map(found -> {
            Judgements.Cleared cleared =
                    found.orElseThrow(() -> new ProblemException(Problem.notFound("override", overrideId.toString())));
            if (!cleared.now()) {
                String state = cleared.override().state();
                throw new ProblemException(
                        Problem.conflict("override.over", "override " + overrideId + " is over: " + state));
            }
            return cleared.override();
        });
    }

    /** Forgets in which words it was said, for good; that it was said, and what it did, stays. Again, it changes nothing. */
    @DELETE
    @Path("/{id}/overrides/{overrideId}/words")
    @RolesAllowed(Roles.ADMIN)
    public Uni<OverrideView> forgetWords(@RestPath String id, @RestPath UUID overrideId) {
        return staffId()
                .chain(staff -> judgements.forgetWords(id, overrideId, staff))
                .map(found -> found.orElseThrow(
                        () -> new ProblemException(Problem.notFound("override", overrideId.toString()))));
    }

    /** How good one of ours believes the account to be; the newest counts, for 45 days. */
    @POST
    @Path("/{id}/pulse")
    @ResponseStatus(202)
    @RolesAllowed({Roles.CSM, Roles.LEAD})
    public Uni<PulseView> pulse(@RestPath String id, @Nullable PulseBody body) {
        int pulse = pulse(body);
        return staffId()
                .chain(staff -> judgements.pulse(id, pulse, staff))
                .map(given -> given.orElseThrow(() -> unknown(id)));
    }

    private static int pulse(@Nullable PulseBody body) {
        BigDecimal given = body == null ? null : body.pulse();
        for (int pulse = LOWEST_PULSE; pulse <= HIGHEST_PULSE; pulse++) {
            if (given != null && given.compareTo(BigDecimal.valueOf(pulse)) == 0) {
                return pulse;
            }
        }
        String expected = "a whole number from " + LOWEST_PULSE + " to " + HIGHEST_PULSE;
        throw new ProblemException(Problem.badField("pulse.value", "/pulse", expected, String.valueOf(given)));
    }

    private Uni<String> staffId() {
        return identity.getDeferredIdentity().map(who -> who.getPrincipal().getName());
    }

    private static ProblemException unknown(String id) {
        return new ProblemException(Problem.notFound("account", id));
    }
}
