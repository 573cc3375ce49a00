package io.playcaller.router.delivery.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.page.Page;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.router.delivery.Allowance;
import io.playcaller.router.delivery.Pace;
import io.playcaller.router.delivery.app.Allowances;
import io.playcaller.router.delivery.app.Connector;
import io.playcaller.router.delivery.app.Connectors;
import io.playcaller.router.delivery.app.DeliveryWorker;
import io.playcaller.router.delivery.app.DeliveryWorker.Standing;
import io.playcaller.router.delivery.out.PgDeliveryHold;
import io.playcaller.router.delivery.out.PgDeliveryQueries;
import io.playcaller.router.delivery.out.PgDeliveryQueries.Stock;
import io.playcaller.router.delivery.out.PgDeliveryQueries.Stop;
import io.playcaller.router.delivery.out.PgDeliveryQueries.Toll;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The tools that tasks are told to, and how they stand. No secret is in any answer. */
@Path("/v1/connectors")
@Tag(name = "deliveries")
public class ConnectorResource {

    private final Connectors connectors;
    private final DeliveryWorker worker;
    private final PgDeliveryQueries ledger;
    private final CurrentIdentityAssociation identity;
    private final Allowances allowances;
    private final PgDeliveryHold hold;

    ConnectorResource(
            Connectors connectors,
            DeliveryWorker worker,
            PgDeliveryQueries ledger,
            CurrentIdentityAssociation identity,
            Allowances allowances,
            PgDeliveryHold hold) {
        this.identity = identity;
        this.allowances = allowances;
        this.hold = hold;
        this.connectors = connectors;
        this.worker = worker;
        this.ledger = ledger;
    }

    /**
     * A connector.
     *
     * @param state {@code not-configured}, {@code stopped}, {@code held} or {@code running}
     * @param target host that is sent to
     * @param breaker {@code closed}, {@code open} or {@code half-open}, as the replica that answers sees it
     * @param closedForSeconds how long that replica sends nothing to it
     * @param allowance what the tool said of its own limits, to that replica; absent while it said nothing
     * @param tasks that the tool has, of those tools that keep tasks
     * @param differing of those tasks something was otherwise there
     */
    public record View(
            String name,
            String state,
            @Nullable String target,
            @Nullable Instant stoppedAt,
            @Nullable String because,
            @Nullable Limits limits,
            @Nullable String breaker,
            @Nullable Long closedForSeconds,
            @Nullable Used allowance,
            long pending,
            long failed,
            long disabled,
            @Nullable String lastError,
            long tasks,
            long differing) {}

    /**
     * Of what a tool allows, how much is used.
     *
     * @param warning 70 or 90 from so many percent on
     */
    public record Used(
            long used, long allowed, int percent, @Nullable Integer warning) {

        static Used of(Allowance said) {
            return new Used(
                    said.used(), said.allowed(), said.percent(), said.warning().orElse(null));
        }
    }

    /** What a replica keeps to. */
    public record Limits(int atOnce, double perSecond, int burst, boolean inOrder) {

        static Limits of(Connector connector) {
            Pace pace = connector.pace();
            return new Limits(pace.atOnce(), pace.perSecond(), pace.burst(), connector.inOrder());
        }
    }

    /** What was enabled. */
    public record Enabled(String name, int waiting) {}

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
    @Operation(
            summary =
                    "The tools that tasks are told to: state, breaker, limits, what waits, the last error (in the tool's words for ops and admin).")
    public Uni<Page<View>> list() {
        return Uni.combine()
                .all()
                .unis(
                        ledger.tolls(),
                        ledger.stopped(),
                        ledger.stocks(),
                        hold.now(),
                        identity.getDeferredIdentity().map(Faults::readBy))
                .asTuple()
                .map(found -> Page.whole(connectors.all().stream()
                        .map(one -> view(
                                one,
                                found.getItem1().getOrDefault(one.name(), Toll.NONE),
                                found.getItem2().get(one.name()),
                                found.getItem3().getOrDefault(one.name(), Stock.NONE),
                                found.getItem4().isPresent(),
                                found.getItem5()))
                        .toList()));
    }

    @POST
    @Path("{name}/enable")
    @RolesAllowed({Roles.OPS, Roles.ADMIN})
    @Operation(
            summary =
                    "Tells a tool again that had said stop; what waited for it about open tasks, and notices, are sent.")
    public Uni<Enabled> enable(@RestPath String name) {
        if (connectors.named(name).isEmpty()) {
            throw new ProblemException(Problem.notFound("connector", name));
        }
        return ledger.enable(name).invoke(worker::poke).map(waiting -> new Enabled(name, waiting));
    }

    private View view(Connector connector, Toll toll, @Nullable Stop stop, Stock stock, boolean held, Faults faults) {
        Optional<Standing> standing = worker.standing(connector.name());
        Stop now =
                stop != null && connector.target().filter(stop.target()::equals).isPresent() ? stop : null;
        return new View(
                connector.name(),
                state(connector, now, held),
                connector.target().map(ConnectorResource::host).orElse(null),
                now == null ? null : now.at(),
                now == null ? null : faults.of(now.because()),
                connector.isConfigured() ? Limits.of(connector) : null,
                standing.map(ConnectorResource::breaker).orElse(null),
                standing.map(one -> one.gate().closedFor(one.now()).toSeconds()).orElse(null),
                allowances.last(connector.name()).map(Used::of).orElse(null),
                toll.pending(),
                toll.failed(),
                toll.disabled(),
                faults.of(toll),
                stock.tasks(),
                stock.differing());
    }

    private static String state(Connector connector, @Nullable Stop stopped, boolean held) {
        if (stopped != null) {
            return "stopped";
        }
        return !connector.isConfigured() ? "not-configured" : held ? "held" : "running";
    }

    private static String breaker(Standing standing) {
        return standing.gate()
                .breaker()
                .state(standing.now())
                .name()
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
    }

    /** An address may hold a secret in its path or query. */
    private static @Nullable String host(String target) {
        return URI.create(target).getHost();
    }
}
