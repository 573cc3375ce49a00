package io.playcaller.router.kafka;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Does the work of a batch until it succeeds: a database that is away is waited for in place, and no batch is ever given
 * back, because a refused batch would lose its good records with its bad.
 */
public final class Persistently {

    private static final Logger LOG = Logger.getLogger(Persistently.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private Persistently() {}

    public static Uni<Void> doIt(String what, Supplier<Uni<Void>> work) {
        return Uni.createFrom()
                .deferred(() -> work.get())
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "%s failed; it is tried again", what))
                .onFailure()
                .retry()
                .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                .indefinitely();
    }
}
