package io.playcaller.chassis.problem;

import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The same for all requests: what Quarkus takes. */
@DefaultBean
@ApplicationScoped
class SettingBodyBound implements BodyBound {

    private final long limit;

    SettingBodyBound(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size", defaultValue = "10240K") MemorySize limit) {
        this.limit = limit.asLongValue();
    }

    @Override
    public long bytes(RoutingContext request) {
        return limit;
    }
}
