package io.playcaller.forecast.portfolio.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Page;
import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.forecast.portfolio.Quarter;
import io.playcaller.forecast.portfolio.Target;
import io.playcaller.forecast.portfolio.app.Targets;
import io.playcaller.forecast.portfolio.app.Targets.Change;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What quarters shall keep. */
@Path("/v1/targets")
public class TargetResource {

    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final BigDecimal MOST_NRR = BigDecimal.valueOf(10);
    private static final int DIGITS = 6;

    private final Targets targets;
    private final CurrentIdentityAssociation identity;

    TargetResource(Targets targets, CurrentIdentityAssociation identity) {
        this.targets = targets;
        this.identity = identity;
    }

    /** Shares of the ARR of the quarter's renewals, as fractions of one; neither takes the target back. */
    public record Body(@Nullable BigDecimal grr, @Nullable BigDecimal nrr) {}

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    @Operation(summary = "Targets in force, by quarter, segment and currency, each with who set it and when")
    public Uni<Page<Target>> inForce() {
        return targets.inForce().map(Page::whole);
    }

    @PUT
    @Path("{quarter}/{segment}/{currency}")
    @RolesAllowed({Roles.OPS, Roles.ADMIN})
    @Operation(
            summary = "Sets what a quarter shall keep: {grr, nrr}, each a share of the ARR of its renewals.",
            description =
                    "segment all is the whole. Each change is kept as a version; a body without either takes it back.")
    public Uni<Target> set(
            @RestPath String quarter, @RestPath String segment, @RestPath String currency, @Nullable Body body) {
        Body shares = body == null ? new Body(null, null) : body;
        List<FieldFault> faults = new ArrayList<>();
        if (Quarter.parse(quarter).isEmpty()) {
            faults.add(new FieldFault("quarter", "a quarter, such as 2026-Q4", quarter));
        }
        if (!SEGMENT.matcher(segment).matches()) {
            faults.add(new FieldFault("segment", "the key of a segment, or all", segment));
        }
        if (!isCurrency(currency)) {
            faults.add(new FieldFault("currency", "a currency of ISO 4217, such as EUR", currency));
        }
        if (body == null) {
            faults.add(new FieldFault("", "a JSON object", "nothing"));
        }
        check("grr", shares.grr(), BigDecimal.ONE, faults);
        check("nrr", shares.nrr(), MOST_NRR, faults);
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.badFields("target.invalid", faults));
        }
        return identity.getDeferredIdentity()
                .chain(caller -> targets.set(new Change(
                        quarter,
                        segment,
                        currency,
                        shares.grr(),
                        shares.nrr(),
                        caller.getPrincipal().getName())));
    }

    private static void check(String field, @Nullable BigDecimal share, BigDecimal most, List<FieldFault> faults) {
        if (share != null
                && (share.signum() < 0
                        || share.compareTo(most) > 0
                        || share.stripTrailingZeros().scale() > DIGITS)) {
            faults.add(new FieldFault(
                    field, "between 0 and %s, of at most %d digits".formatted(most, DIGITS), share.toString()));
        }
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }
}
