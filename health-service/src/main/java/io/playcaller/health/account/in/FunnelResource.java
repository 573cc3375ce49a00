package io.playcaller.health.account.in;

import io.playcaller.chassis.access.Roles;
import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.health.account.Funnel;
import io.playcaller.health.account.app.Funnels;
import io.playcaller.health.engine.model.HealthModel;
import io.playcaller.health.models.app.ModelEngines;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Where accounts stand on their way, and what they wait for. */
@Path("/v1/funnel")
@RolesAllowed({Roles.VIEWER, Roles.CSM, Roles.LEAD, Roles.OPS, Roles.ADMIN, Roles.SERVICE})
public class FunnelResource {

    private final Funnels funnels;
    private final ModelEngines engines;
    private final BusinessClock clock;

    FunnelResource(Funnels funnels, ModelEngines engines, BusinessClock clock) {
        this.funnels = funnels;
        this.engines = engines;
        this.clock = clock;
    }

    /**
     * For each stage, and each milestone that is waited for in it: how many accounts, what they are worth, how long they have
     * waited, how many take longer than they should, and what that is called. By the log's time.
     */
    @GET
    public Uni<Funnel> funnel(@BeanParam AccountQuestion question) {
        LocalDate today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
        return engines.modelInForce()
                .map(HealthModel::profile)
                .chain(rules -> funnels.of(question.filter(rules, today), rules.stages()));
    }
}
