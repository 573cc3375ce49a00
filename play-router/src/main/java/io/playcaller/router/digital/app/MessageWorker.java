package io.playcaller.router.digital.app;

import io.playcaller.router.digital.Parcel;
import io.playcaller.router.restore.app.RestoreCheck;
import io.playcaller.router.store.WorkLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Sends messages to people of customers, for as long as the service runs; any number of replicas may. One sends at most ten each half
 * second: who writes to many at once is taken for somebody else.
 */
@Singleton
public class MessageWorker {

    private static final Logger LOG = Logger.getLogger(MessageWorker.class);
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(4);
    private static final int BATCH = 10;

    private final MessageSender sender;
    private final RestoreCheck restored;
    private final WorkLoop loop;

    MessageWorker(MessageClaims claims, MessageSender sender, RestoreCheck restored, Vertx vertx) {
        this.sender = sender;
        this.restored = restored;
        this.loop = new WorkLoop(
                "writing to people of customers",
                vertx,
                EVERY,
                LONGEST_ROUND,
                () -> claims.claim(BATCH).chain(this::send).replaceWith(0));
    }

    private Uni<Void> send(List<Parcel> parcels) {
        return Multi.createFrom()
                .iterable(parcels)
                .onItem()
                .transformToUni(this::send)
                .merge(BATCH)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /** What cannot be written down holds up no other; its lease says later what became of it. */
    private Uni<Void> send(Parcel parcel) {
        return sender.send(parcel)
                .onFailure()
                .invoke(failure -> LOG.errorf(
                        failure,
                        "what became of message %s could not be written",
                        parcel.message().messageId()))
                .onFailure()
                .recoverWithNull();
    }

    /** Until it is known whether the database was restored, nobody is written to. */
    void start(@Observes StartupEvent event) {
        restored.passed().subscribe().with(known -> loop.start());
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }
}
