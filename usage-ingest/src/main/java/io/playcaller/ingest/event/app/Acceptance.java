package io.playcaller.ingest.event.app;

import io.playcaller.ingest.catalogue.app.RulesInForce;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.event.ClockSkew;
import io.playcaller.ingest.event.Delivery;
import io.playcaller.ingest.event.Draft;
import io.playcaller.ingest.event.Foreseen;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.LiveWindow;
import io.playcaller.ingest.event.Resolution;
import io.playcaller.ingest.event.Resolved;
import io.playcaller.ingest.event.Subject;
import io.playcaller.ingest.log.app.LogScan;
import io.playcaller.ingest.person.ExternalId;
import io.playcaller.ingest.person.app.PersonIndex;
import io.playcaller.ingest.refusal.Step;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Takes deliveries. The order of writes: claim (Redis) → store (what waits for its account: PostgreSQL; the register:
 * PostgreSQL with its outbox; Kafka with {@code acks=all}; refused items to the dead letters) → confirm (Redis) → answer.
 * {@code docs/failures.md} of this module says which failure each step accepts.
 */
@ApplicationScoped
class Acceptance {

    private static final Logger LOG = Logger.getLogger(Acceptance.class);

    private final PersonIndex people;
    private final Claiming claims;
    private final Storing storing;
    private final RulesInForce names;
    private final IngestConfig config;

    Acceptance(PersonIndex people, Claiming claims, Storing storing, RulesInForce names, IngestConfig config) {
        this.people = people;
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
        return people.resolve(
                        people(delivery, subject -> true), people(delivery, subject -> subject.accountId() == null))
                .invoke(known -> work.resolve(new Resolution(
                        new ClockSkew(config.futureTolerance()),
                        new LiveWindow(config.liveWindow()),
                        delivery,
                        known,
                        names.now())))
                .replaceWithVoid();
    }

    private static Uni<Void> dropWhatIsInTheLog(DeliveryWork work, LogScan scan) {
        Uni<Void> asked = Uni.createFrom().voidItem();
        for (Resolved event : work.toStore()) {
            String account = event.accountId();
            if (account != null) {
                asked = asked.chain(() -> scan.contains(account, work.key(event)))
                        .invoke(found -> work.foundInLog(event, found))
                        .replaceWithVoid();
            }
        }
        return asked;
    }

    private static Void giveUp(DeliveryWork work, Throwable fault) {
        LOG.warnf(fault, "a delivery was not stored");
        work.giveUp("what is needed to store it does not answer");
        return null;
    }

    /** Those whom the items name that are about such a subject. */
    private static Set<ExternalId> people(Delivery delivery, Predicate<Subject> about) {
        Set<ExternalId> people = new HashSet<>();
        for (Item item : delivery.items()) {
            if (item.draft() instanceof Step.Kept<Draft> kept
                    && about.test(kept.value().subject())) {
                people.addAll(kept.value().subject().people());
            }
        }
        return people;
    }
}
