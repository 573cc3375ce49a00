package io.playcaller.chassis.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/**
 * How large a body may be. What is read whole stands in memory, what is streamed does not: {@code
 * quarkus.http.limits.max-body-size} is for both, and what is read whole may have a lower limit.
 */
@ConfigMapping(prefix = "playcaller.body")
interface BodyConfig {

    /** The most that is read whole; if nothing is said, {@code quarkus.http.limits.max-body-size}. */
    Optional<MemorySize> whole();

    /** Where the paths begin whose bodies are streamed, such as {@code /v1/bulk/}: they bound what they hold themselves. */
    Optional<String> streamedBelow();
}
