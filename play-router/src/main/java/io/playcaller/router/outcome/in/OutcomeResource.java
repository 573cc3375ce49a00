package io.playcaller.router.outcome.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Page;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.router.outcome.ArmResult;
import io.playcaller.router.outcome.out.PgArmResults;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What came of plays. */
@Path("/v1/outcomes")
@Tag(name = "runs")
public class OutcomeResource {

    private static final int LENGTH_OF_A_DATE = 10;

    private final PgArmResults results;

    OutcomeResource(PgArmResults results) {
        this.results = results;
    }

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            summary =
                    "By play, arm and share held out, absent where no lot was drawn: how many runs began, how they ended, and the mean change of the score since their "
                            + "start, at their end and 30, 60 and 90 days after that start. Raw numbers: no test of them.")
    public Uni<Page<ArmResult>> list(@RestQuery @Nullable String play, @RestQuery @Nullable String since) {
        return results.of(play, since == null ? null : instant(since)).map(Page::whole);
    }

    private static Instant instant(String text) {
        return read(text)
                .orElseThrow(() -> new ProblemException(Problem.badField(
                        "outcomes.since", "since", "a day such as 2026-03-01, or an instant of RFC 3339", text)));
    }

    private static Optional<Instant> read(String text) {
        try {
            return Optional.of(
                    text.length() == LENGTH_OF_A_DATE
                            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
