package io.playcaller.ingest.event.app;

import io.playcaller.contracts.Ids;
import io.playcaller.contracts.Topic;
import io.playcaller.ingest.catalogue.Exclusion;
import io.playcaller.ingest.claim.ClaimKey;
import io.playcaller.ingest.claim.ClaimState;
import io.playcaller.ingest.config.IngestConfig.WhenUnavailable;
import io.playcaller.ingest.event.Delivery;
import io.playcaller.ingest.event.Foreseen;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.Outcome;
import io.playcaller.ingest.event.Receipt;
import io.playcaller.ingest.event.Resolution;
import io.playcaller.ingest.event.Resolved;
import io.playcaller.ingest.event.Statement.OfTheLog;
import io.playcaller.ingest.log.Outgoing;
import io.playcaller.ingest.person.FactRef;
import io.playcaller.ingest.person.Said;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One delivery in work: the outcome of each item as far as it is known. Used by one thread at a time. */
final class DeliveryWork {

    private static final Logger LOG = Logger.getLogger(DeliveryWork.class);

    private final String id = Ids.next().toString();
    private final Delivery delivery;
    private final @Nullable Outcome[] outcomes;
    private final @Nullable Resolved[] resolved;
    private final @Nullable ClaimKey[] keys;
    private final Map<ClaimKey, Resolved> unclaimed = new LinkedHashMap<>();
    private final List<Resolved> claimed = new ArrayList<>();
    private final Set<ClaimKey> waiting = new HashSet<>();
    private @Nullable ClaimLock lock;

    DeliveryWork(Delivery delivery) {
        this.delivery = delivery;
        this.outcomes = new Outcome[delivery.items().size()];
        this.resolved = new Resolved[outcomes.length];
        this.keys = new ClaimKey[outcomes.length];
    }

    /** Tells this delivery from all others. */
    String id() {
        return id;
    }

    /** Whether a repetition of it comes days later, by hand: it is an import or a replay. */
    boolean repeatedLate() {
        return delivery.backfill() || delivery.replay();
    }

    /** Stages without I/O: each item is resolved, refused, or the repetition of one before it. */
    void resolve(Resolution resolution) {
        for (int i = 0; i < outcomes.length; i++) {
            Item item = delivery.items().get(i);
            Step<Resolved> step = resolve(resolution, item);
            if (step instanceof Step.Refused<Resolved> no) {
                outcomes[i] = Outcome.of(no.refusal());
            } else if (step instanceof Step.Kept<Resolved> yes) {
                resolved[i] = yes.value();
                if (unclaimed.putIfAbsent(key(yes.value()), yes.value()) != null) {
                    outcomes[i] = new Outcome.Duplicate();
                }
            }
        }
    }

    /** An item that our own code stumbles over is refused, and stops nobody else's. */
    private static Step<Resolved> resolve(Resolution resolution, Item item) {
        try {
            return resolution.next(item);
        } catch (RuntimeException fault) {
            LOG.errorf(fault, "item %d of a delivery met a fault of ours", item.index());
            return Step.refused(Refusal.incident("item"));
        }
    }

    /** What is still to be claimed, in the order of the items. */
    List<ClaimKey> unclaimed() {
        return List.copyOf(unclaimed.keySet());
    }

    /** Takes the answer to {@link #unclaimed}; what is locked stays unclaimed. */
    void claimed(List<ClaimKey> keys, List<ClaimState> states, WhenUnavailable policy) {
        for (int i = 0; i < keys.size(); i++) {
            if (states.get(i) != ClaimState.LOCKED) {
                Resolved event = unclaimed.remove(keys.get(i));
                if (event != null) {
                    claimed(event, states.get(i), policy);
                }
            }
        }
        // What had to wait for a lock goes back to its place: the order of an account is that of the delivery.
        claimed.sort(Comparator.comparingInt(event -> event.item().index()));
    }

    private void claimed(Resolved event, ClaimState state, WhenUnavailable policy) {
        switch (state) {
            case TAKEN -> claimed.add(event);
            case CONFIRMED -> storeOr(delivery.replay(), event, new Outcome.Duplicate());
            case UNDECIDED -> storeOr(delivery.replay(), event, new Outcome.Refused(undecided(event)));
            case UNAVAILABLE ->
                storeOr(
                        policy == WhenUnavailable.ACCEPT && !delivery.replay(),
                        event,
                        new Outcome.NotStored("claims cannot be taken"));
            case LOCKED -> throw new IllegalArgumentException("a locked claim stays unclaimed");
        }
    }

    private static Refusal undecided(Resolved event) {
        return Refusal.field(
                Refusal.OUTCOME_UNKNOWN,
                event.draft().places().id(),
                "the id of an event of which no earlier delivery ended unknown, too long ago to tell whether it was counted",
                event.draft().id());
    }

    /** A replay asks the log itself what a claim does not know for certain. */
    private void storeOr(boolean store, Resolved event, Outcome otherwise) {
        if (store) {
            claimed.add(event);
        } else {
            outcome(event, otherwise);
        }
    }

    /** Takes the holding area's answer which ids wait: what is replayed under one of them is not stored beside it. */
    void foundWaiting(Set<String> ids) {
        for (Resolved event : toStore()) {
            if (ids.contains(event.draft().id())) {
                waiting.add(key(event));
                outcome(event, new Outcome.NotStored("an event with its id waits for its account, see GET /v1/held"));
            }
        }
    }

    /** Takes the log's answer whether the event stands there. */
    void foundInLog(Resolved event, boolean found) {
        if (found) {
            outcome(event, new Outcome.Duplicate());
        }
    }

    /** Gives up what another delivery still holds. */
    void giveUpLocked() {
        unclaimed.values().forEach(event -> outcome(event, new Outcome.NotStored("another delivery of it is in work")));
        unclaimed.clear();
    }

    /** What was claimed by now is locked so; of several locks the first one lapses first. */
    void lockedBy(ClaimLock latest) {
        if (lock == null && !claimed.isEmpty()) {
            lock = latest;
        }
    }

    /** Gives up what another delivery may have taken over by now: its sender tries again, and meets what became of it. */
    void giveUpLapsed() {
        if (lock != null && lock.lapsed() && !toStore().isEmpty()) {
            LOG.warn("a delivery was in work for longer than its claims are locked; what is left of it is not stored");
            giveUp("it was in work here for longer than its claims are locked");
        }
    }

    /** Ends everything that has no outcome yet. */
    void giveUp(String why) {
        for (int i = 0; i < outcomes.length; i++) {
            if (outcomes[i] == null || outcomes[i] instanceof Outcome.Refused) {
                outcomes[i] = new Outcome.NotStored(why);
            }
        }
    }

    /** Everything for Kafka: facts, in order, and the letters of what was refused. */
    List<Outgoing> outgoing() {
        List<Outgoing> records = new ArrayList<>();
        for (Resolved event : facts()) {
            records.add(fact(event));
        }
        for (int i : refusedNow()) {
            Outcome.Refused no = (Outcome.Refused) outcomes[i];
            records.add(DeadLetters.of(delivery, delivery.items().get(i), no.refusal()));
        }
        return records;
    }

    private List<Resolved> facts() {
        return toStore(event -> event.draft().statement() instanceof OfTheLog);
    }

    /** The items that get a letter; what is replayed has one. */
    private int[] refusedNow() {
        return delivery.replay()
                ? new int[0]
                : IntStream.range(0, outcomes.length)
                        .filter(i -> outcomes[i] instanceof Outcome.Refused)
                        .toArray();
    }

    private Outgoing fact(Resolved event) {
        Record fact = event.fact(delivery.clockOffset());
        return new Outgoing(Topic.CUSTOMER_EVENTS, Objects.requireNonNull(event.accountId()), event.envelope(), fact);
    }

    /** Takes Kafka's answer to {@link #outgoing}. */
    void written(BitSet stored) {
        int record = 0;
        for (Resolved event : facts()) {
            outcome(
                    event,
                    stored.get(record++)
                            ? new Outcome.Accepted()
                            : new Outcome.NotStored("Kafka did not store it in time"));
        }
        for (int i : refusedNow()) {
            if (!stored.get(record++)) {
                outcomes[i] = new Outcome.NotStored("Kafka did not store the dead letter in time");
            }
        }
    }

    void registered(Resolved event, Outcome outcome) {
        outcome(event, outcome);
    }

    Delivery delivery() {
        return delivery;
    }

    /** What has to wait for its account, in order. */
    List<Resolved> awaitingAccount() {
        return toStore(Resolved::awaitsAccount);
    }

    /** Takes the holding area's answer to {@link #awaitingAccount}. */
    void held(List<Resolved> events, List<Outcome> became) {
        for (int i = 0; i < events.size(); i++) {
            outcome(events.get(i), became.get(i));
            if (became.get(i) instanceof Outcome.Held || became.get(i) instanceof Outcome.Duplicate) {
                waiting.add(key(events.get(i)));
            }
        }
    }

    /** What the register stores, in order. */
    List<Resolved> forRegister() {
        return toStore(event -> !(event.draft().statement() instanceof OfTheLog));
    }

    /** What people wrote with facts that are to be stored. */
    List<Said> said() {
        List<Said> said = new ArrayList<>();
        facts().forEach(event -> event.said().ifPresent(said::add));
        return said;
    }

    /** Facts that are to be taken back, and with which people may have written something. */
    List<FactRef> takenBack() {
        return facts().stream().flatMap(event -> event.takesBack().stream()).toList();
    }

    /** What is claimed and has no outcome yet, in order. */
    List<Resolved> toStore() {
        return toStore(event -> true);
    }

    private List<Resolved> toStore(Predicate<Resolved> wanted) {
        List<Resolved> events = new ArrayList<>(claimed.size());
        for (Resolved event : claimed) {
            if (outcomes[position(event)] == null && wanted.test(event)) {
                events.add(event);
            }
        }
        return events;
    }

    /** The keys that this delivery claimed and whose events are in the log or the register, now or before. */
    List<ClaimKey> claimsOfStored() {
        List<ClaimKey> stored = new ArrayList<>(claimsOf(Outcome.Accepted.class));
        stored.addAll(claimsOf(Outcome.Duplicate.class));
        stored.removeAll(waiting);
        return stored;
    }

    /** The keys that this delivery claimed and whose events wait for their account, now or before. */
    List<ClaimKey> claimsOfWaiting() {
        return List.copyOf(waiting);
    }

    /** The keys that this delivery claimed and whose events came to that. */
    List<ClaimKey> claimsOf(Class<? extends Outcome> kind) {
        List<ClaimKey> claims = new ArrayList<>();
        for (Resolved event : claimed) {
            if (kind.isInstance(outcomes[position(event)])) {
                claims.add(key(event));
            }
        }
        return claims;
    }

    /** What each item is, whatever became of it; nothing of one that could not be resolved. */
    Foreseen foreseen() {
        return new Foreseen(
                receipt(), Arrays.stream(resolved).map(Optional::ofNullable).toList());
    }

    Receipt receipt() {
        List<Outcome> known = Arrays.stream(outcomes)
                .map(outcome -> outcome == null ? new Outcome.NotStored("it was not stored") : outcome)
                .toList();
        return new Receipt(delivery.items(), known, excluded(known));
    }

    private Map<Integer, Exclusion> excluded(List<Outcome> known) {
        Map<Integer, Exclusion> excluded = new HashMap<>();
        for (int i = 0; i < resolved.length; i++) {
            int place = i;
            Resolved event = resolved[i];
            if (event != null && (known.get(i) instanceof Outcome.Accepted || known.get(i) instanceof Outcome.Held)) {
                event.excluded().ifPresent(why -> excluded.put(place, why));
            }
        }
        return excluded;
    }

    private void outcome(Resolved event, Outcome outcome) {
        outcomes[position(event)] = outcome;
    }

    private static int position(Resolved event) {
        return event.item().index();
    }

    /** The identity that is counted once. */
    ClaimKey key(Resolved event) {
        ClaimKey known = keys[position(event)];
        if (known == null) {
            known = new ClaimKey(delivery.source(), event.draft().id());
            keys[position(event)] = known;
        }
        return known;
    }
}
