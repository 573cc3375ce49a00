package io.playcaller.chassis.problem;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The limit of a request's body, in bytes, by its path. */
@ApplicationScoped
class BodyLimits {

    private static final String SETTING = "quarkus.http.limits.max-body-size";
    private static final String DEFAULT = "10240K";

    private final long most;
    private final int whole;
    private final String streamedBelow;

    BodyLimits(@ConfigProperty(name = SETTING, defaultValue = DEFAULT) MemorySize most, BodyConfig config) {
        this.most = most.asLongValue();
        this.whole = Math.toIntExact(
                config.whole().map(MemorySize::asLongValue).orElse(this.most));
        this.streamedBelow = config.streamedBelow().orElse("");
    }

    /** Whether the body is read as a stream by who bounds what it holds of it. */
    boolean streams(String path) {
        return !streamedBelow.isEmpty() && path.startsWith(streamedBelow);
    }

    /** Of a body of which it is known how large it is. */
    long of(String path) {
        return streams(path) ? most : whole;
    }

    /** Of a body that is read whole. */
    int whole() {
        return whole;
    }
}
