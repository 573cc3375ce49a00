package io.playcaller.ingest.event.app;

import io.playcaller.ingest.claim.ClaimKey;
import io.playcaller.ingest.claim.ClaimState;
import io.playcaller.ingest.claim.app.Claims;
import io.playcaller.ingest.config.IngestConfig;
import io.playcaller.ingest.event.ClockSkew;
import io.playcaller.ingest.event.Delivery;
import io.playcaller.ingest.event.Draft;
import io.playcaller.ingest.event.LiveWindow;
import io.playcaller.ingest.event.Outcome;
import io.playcaller.ingest.event.Receipt;
import io.playcaller.ingest.event.Resolution;
import io.playcaller.ingest.event.Resolved;
import io.playcaller.ingest.log.app.CallersContext;
import io.playcaller.ingest.log.app.LogWriter;
import io.playcaller.ingest.person.ExternalId;
import io.playcaller.ingest.person.app.PersonIndex;
import io.playcaller.ingest.refusal.Step;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Takes deliveries. The order of writes: claim (Redis) → store (Kafka with {@code acks=all}, or PostgreSQL with its outbox;
 * refused items to the dead letters) → confirm (Redis) → answer. The README says which failure each step accepts.
 */
@ApplicationScoped
class Acceptance {

    private static final Logger LOG = Logger.getLogger(Acceptance.class);
    private static final Duration ASK_AGAIN = Duration.ofMillis(100);

    private final PersonIndex people;
    private final Claims claims;
    private final LogWriter log;
    private final RegisterStatements register;
    private final Pause pause;
    private final IngestConfig config;

    Acceptance(
            PersonIndex people,
            Claims claims,
            LogWriter log,
            RegisterStatements register,
            Pause pause,
            IngestConfig config) {
        this.people = people;
        this.claims = claims;
        this.log = log;
        this.register = register;
        this.pause = pause;
        this.config = config;
    }

    /** Never fails: what could not be stored is an outcome. */
    Uni<Receipt> take(Delivery delivery) {
        DeliveryWork work = new DeliveryWork(delivery);
        return resolve(work, delivery)
                .chain(() -> claim(work))
                .chain(() -> store(work))
                .chain(() -> settle(work))
                .onFailure()
                .recoverWithItem(fault -> giveUp(work, fault))
                .map(done -> work.receipt());
    }

    private Uni<Void> resolve(DeliveryWork work, Delivery delivery) {
        return people.resolve(externalIds(delivery))
                .invoke(known -> work.resolve(new Resolution(
                        new ClockSkew(config.futureTolerance()), new LiveWindow(config.liveWindow()), delivery, known)))
                .replaceWithVoid();
    }

    /** Claims what can be claimed, patiently for an import: its claims are what makes it repeatable. */
    private Uni<Void> claim(DeliveryWork work) {
        Duration patience = work.backfill() ? config.dedup().backfillPatience() : Duration.ZERO;
        return claim(work, config.dedup().lockWait(), patience);
    }

    /** A locked claim is asked for again until the delivery that holds it ended, or the wait is over. */
    private Uni<Void> claim(DeliveryWork work, Duration wait, Duration patience) {
        List<ClaimKey> keys = work.unclaimed();
        return claims.take(keys, work.id(), kept(work))
                .emitOn(CallersContext.executor())
                .flatMap(states -> {
                    if (states.contains(ClaimState.UNAVAILABLE) && isPositive(patience)) {
                        return pause.of(ASK_AGAIN).chain(() -> claim(work, wait, patience.minus(ASK_AGAIN)));
                    }
                    work.claimed(keys, states, config.dedup().whenUnavailable());
                    if (work.unclaimed().isEmpty()) {
                        return Uni.createFrom().voidItem();
                    }
                    if (isPositive(wait)) {
                        return pause.of(ASK_AGAIN).chain(() -> claim(work, wait.minus(ASK_AGAIN), patience));
                    }
                    work.giveUpLocked();
                    return Uni.createFrom().voidItem();
                });
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }

    /** The register first, one by one and in order: what it refuses is a dead letter like any other. */
    private Uni<Void> store(DeliveryWork work) {
        Uni<Void> registered = Uni.createFrom().voidItem();
        for (Resolved event : work.forRegister()) {
            registered = registered.chain(() -> storeInRegister(work, event));
        }
        return registered
                .chain(() -> log.write(work.outgoing()))
                .invoke(work::written)
                .replaceWithVoid();
    }

    private Uni<Void> storeInRegister(DeliveryWork work, Resolved event) {
        return register.store(event)
                .onFailure()
                .invoke(fault -> LOG.warnf("the register did not store an event: %s", fault.toString()))
                .onFailure()
                .recoverWithItem(fault -> new Outcome.NotStored("the register does not answer"))
                .invoke(outcome -> work.registered(event, outcome))
                .replaceWithVoid();
    }

    private Uni<Void> settle(DeliveryWork work) {
        Duration window = kept(work);
        return claims.confirm(work.claimsOf(true), window).chain(() -> claims.release(work.claimsOf(false), window));
    }

    /** An import is repeated by hand, days later; a client's retry comes within hours. */
    private Duration kept(DeliveryWork work) {
        return work.backfill()
                ? config.dedup().backfillWindow()
                : config.dedup().window();
    }

    private static Void giveUp(DeliveryWork work, Throwable fault) {
        LOG.warnf(fault, "a delivery was not stored");
        work.giveUp("what is needed to store it does not answer");
        return null;
    }

    private static Set<ExternalId> externalIds(Delivery delivery) {
        return delivery.items().stream()
                .map(item -> item.draft())
                .filter(Step.Kept.class::isInstance)
                .flatMap(draft -> ((Step.Kept<Draft>) draft).value().subject().people().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
