package io.playcaller.forecast.learning.app;

import io.playcaller.forecast.config.InForce;
import io.playcaller.forecast.engine.process.RenewalProcess;
import io.playcaller.forecast.model.app.Models;
import io.playcaller.forecast.process.app.ProcessVersions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What every contract is to be forecast with: the model in force, and the process that came into force last. */
@ApplicationScoped
class ForecastVersion {

    private final Pool pool;
    private final Models models;
    private final ProcessVersions processes;
    private final InForce<RenewalProcess> process;

    ForecastVersion(Pool pool, Models models, ProcessVersions processes, InForce<RenewalProcess> process) {
        this.pool = pool;
        this.models = models;
        this.processes = processes;
        this.process = process;
    }

    /** Empty while this replica follows another process than the last: those that follow it see to it. */
    Uni<Optional<String>> wanted() {
        return models.inForce(pool)
                .chain(model -> processes
                        .newest()
                        .map(newest ->
                                newest.filter(process.now().version()::equals).map(version -> model + " " + version)));
    }
}
