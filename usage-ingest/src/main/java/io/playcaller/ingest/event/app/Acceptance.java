package io.playcaller.ingest.event.app;

import io.playcaller.ingest.catalogue.app.RulesInForce;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.event.ClockSkew;
import io.playcaller.ingest.event.Delivery;
import io.playcaller.ingest.event.Foreseen;
import io.playcaller.ingest.event.LiveWindow;
import io.playcaller.ingest.event.Resolution;
import io.playcaller.ingest.event.Resolved;
import io.playcaller.ingest.log.app.LogScan;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Takes deliveries. The order of writes: claim (Redis) → store (what waits for its account: PostgreSQL; the register:
 * PostgreSQL with its outbox; Kafka with {@code acks=all}; refused items to the dead letters) → confirm (Redis) → answer.
 * {@code docs/failures.md} of this module says which failure each step accepts.
 */
@ApplicationScoped
class Acceptance {

    private static final Logger LOG = Logger.getLogger(Acceptance.class);

    private final KnownIdentities identities;
    private final Claiming claims;
    private final Storing storing;
    private final RulesInForce names;
    private final IngestConfig config;

    Acceptance(KnownIdentities identities, Claiming claims, Storing storing, RulesInForce names, IngestConfig config) {
        this.identities = identities;
        this.claims = claims;
        this.storing = storing;
        this.names = names;
        this.config = config;
    }

    /** Never fails: what could not be stored is an outcome. */
    Uni<Foreseen> take(Delivery delivery) {
        return work(delivery, work -> Uni.createFrom().voidItem()).map(DeliveryWork::foreseen);
    }

    /**
     * Takes again what was refused. Claims may have lapsed, or have been confirmed without a record; so the holding area, then
     * the log itself is asked, after the claim is taken, whether the event is there. Never fails.
     */
    Uni<Foreseen> replay(Delivery delivery, LogScan scan) {
        return work(delivery, work -> storing.leaveWhatWaits(work).chain(() -> dropWhatIsInTheLog(work, scan)))
                .map(DeliveryWork::foreseen);
    }

    private Uni<DeliveryWork> work(Delivery delivery, Function<DeliveryWork, Uni<Void>> decided) {
        DeliveryWork work = new DeliveryWork(delivery);
        return resolve(work, delivery)
                .chain(() -> claims.take(work))
                .chain(() -> decided.apply(work))
                .chain(() -> storing.store(work))
                .onFailure()
                .recoverWithItem(fault -> giveUp(work, fault))
                .chain(() -> claims.settle(work))
                .replaceWith(work);
    }

    private Uni<Void> resolve(DeliveryWork work, Delivery delivery) {
        return identities
                .of(delivery)
                .invoke(known -> work.resolve(new Resolution(
                        new ClockSkew(config.futureTolerance()),
                        new LiveWindow(config.liveWindow()),
                        delivery,
                        known,
                        names.now())))
                .replaceWithVoid();
    }

    private Uni<Void> dropWhatIsInTheLog(DeliveryWork work, LogScan scan) {
        Uni<Void> asked = Uni.createFrom().voidItem();
        for (Resolved event : work.toStore()) {
            asked = asked.chain(() -> identities.places(event.account()))
                    .flatMap(accounts -> dropIfInTheLog(work, event, accounts, scan));
        }
        return asked;
    }

    private static Uni<Void> dropIfInTheLog(DeliveryWork work, Resolved event, List<String> accounts, LogScan scan) {
        Uni<Void> asked = Uni.createFrom().voidItem();
        for (String account : accounts) {
            asked = asked.chain(() -> scan.contains(account, work.key(event)))
                    .invoke(found -> work.foundInLog(event, found))
                    .replaceWithVoid();
        }
        return asked;
    }

    private static Void giveUp(DeliveryWork work, Throwable fault) {
        LOG.warnf(fault, "a delivery was not stored");
        work.giveUp("what is needed to store it does not answer");
        return null;
    }
}
