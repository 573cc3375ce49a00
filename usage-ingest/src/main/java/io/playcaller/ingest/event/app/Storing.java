package io.playcaller.ingest.event.app;

import io.playcaller.ingest.event.Outcome;
import io.playcaller.ingest.event.Resolved;
import io.playcaller.ingest.log.app.LogWriter;
import io.playcaller.ingest.person.app.Texts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Stores what a delivery claimed: what waits for its account, before the edges that the delivery itself may bring; what
 * people wrote, less what they wrote with facts that are taken back; the register; then the log, with the letters of what was
 * refused. Before each store that would count it, it is given up if its claims may be another delivery's by now.
 */
@ApplicationScoped
class Storing {

    private static final Logger LOG = Logger.getLogger(Storing.class);

    private final HoldingArea holding;
    private final Texts texts;
    private final RegisterStatements register;
    private final LogWriter log;

    Storing(HoldingArea holding, Texts texts, RegisterStatements register, LogWriter log) {
        this.holding = holding;
        this.texts = texts;
        this.register = register;
        this.log = log;
    }

    /** Fails when what people wrote cannot be stored or deleted: nothing of the delivery goes to the log then. */
    Uni<Void> store(DeliveryWork work) {
        work.giveUpLapsed();
        return hold(work)
                .chain(() -> texts.store(work.said()))
                .chain(() -> texts.retract(work.takenBack(), work.delivery().receivedAt()))
                .invoke(work::giveUpLapsed)
                .chain(() -> storeInRegister(work))
                .invoke(work::giveUpLapsed)
                .chain(() -> log.write(work.outgoing()))
                .invoke(work::written)
                .replaceWithVoid();
    }

    /** Takes out what waits for its account: its edge would release it beside what is stored now. */
    Uni<Void> leaveWhatWaits(DeliveryWork work) {
        List<String> ids =
                work.toStore().stream().map(event -> event.draft().id()).toList();
        return ids.isEmpty()
                ? Uni.createFrom().voidItem()
                : holding.waiting(work.delivery().source(), ids)
                        .invoke(work::foundWaiting)
                        .replaceWithVoid();
    }

    private Uni<Void> hold(DeliveryWork work) {
        List<Resolved> waiting = work.awaitingAccount();
        return waiting.isEmpty()
                ? Uni.createFrom().voidItem()
                : holding.hold(work.delivery(), waiting)
                        .onFailure()
                        .invoke(fault -> LOG.warnf("events are not held: %s", fault.toString()))
                        .onFailure()
                        .recoverWithItem(() -> Collections.nCopies(
                                waiting.size(), new Outcome.NotStored("the holding area does not answer")))
                        .invoke(became -> work.held(waiting, became))
                        .replaceWithVoid();
    }

    /** One by one and in order: what the register refuses is a dead letter like any other. */
    private Uni<Void> storeInRegister(DeliveryWork work) {
        Uni<Void> registered = Uni.createFrom().voidItem();
        for (Resolved event : work.forRegister()) {
            registered = registered.chain(() -> storeInRegister(work, event));
        }
        return registered;
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
}
