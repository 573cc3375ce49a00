package io.playcaller.health.rebuild.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Cursor;
import io.playcaller.chassis.page.Page;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.health.rebuild.Difference;
import io.playcaller.health.rebuild.DifferenceReason;
import io.playcaller.health.rebuild.Rebuild;
import io.playcaller.health.rebuild.Wanted;
import io.playcaller.health.rebuild.app.RebuildRows;
import io.playcaller.health.rebuild.app.RebuildRows.Order;
import io.playcaller.health.rebuild.app.Rebuilds;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The state made anew from the log, beside the one that runs. */
@Path("/v1/rebuild")
@RolesAllowed({Roles.OPS, Roles.ADMIN})
public class RebuildResource {

    private static final int MOST_REASON = 500;

    private final Rebuilds rebuilds;
    private final RebuildRows rows;
    private final CurrentIdentityAssociation identity;

    RebuildResource(Rebuilds rebuilds, RebuildRows rows, CurrentIdentityAssociation identity) {
        this.rebuilds = rebuilds;
        this.rows = rows;
        this.identity = identity;
    }

    /**
     * What is asked for.
     *
     * @param reason why, for those who look later
     * @param goOn with what the last run left, rather than from the beginning of the log; default false
     * @param switchOver when nothing speaks against it; default false: it is only compared
     * @param accept reasons of differences that do not speak against it
     */
    public record Ask(
            @Nullable String reason,
            @Nullable Boolean goOn,
            @Nullable Boolean switchOver,
            @Nullable List<@Nullable String> accept) {}

    /** The newest run: how far it is, partition by partition, and what it found. */
    @GET
    public Uni<Rebuild> rebuild() {
        return rows.current().map(found -> found.orElseThrow(() -> none("no rebuild was ever begun")));
    }

    /** Begins a run on the replica that is asked. */
    @POST
    @ResponseStatus(202)
    public Uni<Rebuild> begin(@Nullable Ask ask) {
        String reason = reason(ask == null ? null : ask.reason());
        Wanted wanted = wanted(ask);
        return identity.getDeferredIdentity()
                .chain(who -> rebuilds.begin(new Order(who.getPrincipal().getName(), reason, wanted)))
                .chain(begun -> begun ? rebuild() : Uni.createFrom().failure(runs()));
    }

    /** Ends the one that runs, at its next step; what it folded stays, and another may go on with it. */
    @DELETE
    public Uni<Rebuild> cancel() {
        return rows.cancel().chain(ended -> ended ? rebuild() : Uni.createFrom().failure(none("no rebuild runs")));
    }

    /** Accounts that the log makes otherwise than they stood, by their ids. */
    @GET
    @Path("/differences")
    public Uni<Page<Difference>> differences(
            @RestQuery @Nullable String reason,
            @RestQuery @DefaultValue("50") @Min(1) @Max(500) int limit,
            @RestQuery @Nullable String cursor) {
        String one = reason == null || reason.isEmpty() ? null : known("reason", reason);
        String after = Cursor.read(cursor, (account, untied) -> account);
        return rows.differences(one, after == null ? "" : after, limit + 1)
                .map(found -> Page.of(found, limit, last -> new Cursor(last.accountId(), "")));
    }

    private static Wanted wanted(@Nullable Ask ask) {
        if (ask == null) {
            return new Wanted(false, false, List.of());
        }
        List<@Nullable String> accept = ask.accept() == null ? List.of() : ask.accept();
        return new Wanted(
                Boolean.TRUE.equals(ask.goOn()),
                Boolean.TRUE.equals(ask.switchOver()),
                accept.stream()
                        .map(code -> acceptable("/accept", String.valueOf(code)))
                        .toList());
    }

    private static String acceptable(String field, String code) {
        String known = known(field, code);
        boolean never = DifferenceReason.ofCode(known)
                .filter(reason -> reason.bar() == DifferenceReason.Bar.ALWAYS)
                .isPresent();
        if (never) {
            throw refused(field, "a reason that can be accepted", code);
        }
        return known;
    }

    private static String known(String field, String code) {
        if (DifferenceReason.ofCode(code).isEmpty()) {
            String all = Arrays.stream(DifferenceReason.values())
                    .map(DifferenceReason::code)
                    .collect(Collectors.joining(", "));
            throw refused(field, "one of " + all, code);
        }
        return code;
    }

    private static String reason(@Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.length() > MOST_REASON || reason.indexOf('\0') >= 0) {
            throw refused("/reason", "why, in at most " + MOST_REASON + " characters", String.valueOf(reason));
        }
        return reason.strip();
    }

    private static ProblemException refused(String field, String expected, String actual) {
        return new ProblemException(Problem.badField("rebuild.ask", field, expected, actual));
    }

    private static ProblemException runs() {
        return new ProblemException(Problem.conflict("rebuild.runs", "a rebuild runs already"));
    }

    private static ProblemException none(String detail) {
        return new ProblemException(Problem.of(404, "rebuild.none", "Not found", detail));
    }
}
