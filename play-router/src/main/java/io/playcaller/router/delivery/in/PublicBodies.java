package io.playcaller.router.delivery.in;

import io.playcaller.chassis.problem.BodyBound;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How large a body may be: where anybody may post, before it is known who it is, little; else what Quarkus takes. */
@ApplicationScoped
class PublicBodies implements BodyBound {

    private static final long CALLBACK = 262_144;
    private static final long BUTTON = 8_192;

    private final long otherwise;

    PublicBodies(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size", defaultValue = "10240K") MemorySize otherwise) {
        this.otherwise = otherwise.asLongValue();
    }

    @Override
    public long bytes(RoutingContext request) {
        return Math.min(otherwise, bound(request.normalizedPath(), otherwise));
    }

    static long bound(String path, long otherwise) {
        if (path.startsWith("/v1/callbacks/")) {
            return CALLBACK;
        }
        return path.startsWith("/v1/links/") || path.startsWith("/v1/unsubscribe/") ? BUTTON : otherwise;
    }
}
