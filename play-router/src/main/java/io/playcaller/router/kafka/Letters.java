package io.playcaller.router.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.UnreadableEventException;
import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.contracts.deadletter.Fault;
import io.playcaller.contracts.deadletter.Original;
import io.playcaller.contracts.deadletter.Place;
import io.playcaller.outbox.OutboxRecord;
import io.playcaller.router.store.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** What could not be used, on its way to {@code dead-letters}. */
@ApplicationScoped
public class Letters {

    private static final Logger LOG = Logger.getLogger(Letters.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Transactions transactions;
    private final TopicNames topics;
    private final BusinessClock clock;
    private final MeterRegistry meters;

    Letters(Transactions transactions, TopicNames topics, BusinessClock clock, MeterRegistry meters) {
        this.transactions = transactions;
        this.topics = topics;
        this.clock = clock;
        this.meters = meters;
    }

    /** Sends letters for certain; their records may be acknowledged afterwards. */
    public Uni<Void> send(List<OutboxRecord> letters) {
        return letters.isEmpty()
                ? Uni.createFrom().voidItem()
                : transactions
                        .run(tx -> tx.say(letters))
                        .onFailure()
                        .retry()
                        .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                        .indefinitely();
    }

    /** It is no event of its type. */
    public OutboxRecord unreadable(ConsumerRecord<String, byte[]> from, UnreadableEventException why) {
        return letter(from, Fault.of("event.unreadable", why));
    }

    /** It is an event, and working on it failed: a fault of ours. */
    public OutboxRecord failed(ConsumerRecord<String, byte[]> from, Throwable why) {
        LOG.errorf(why, "%s-%d@%d could not be routed", from.topic(), from.partition(), from.offset());
        return letter(from, Fault.ofOurs("routing.failed", why.getClass().getSimpleName() + ": " + why.getMessage()));
    }

    private OutboxRecord letter(ConsumerRecord<String, byte[]> from, Fault fault) {
        meters.counter("router.dead.letters", "reason", fault.reason()).increment();
        DeadLetter letter = Original.of(from).letter(Place.ROUTER, "", fault, clock.instant());
        Envelope envelope = Envelope.own(letter.letterId(), "play-router", letter.receivedAt(), null, 0);
        return OutboxRecord.of(topics.of(Topic.DEAD_LETTERS), letter.letterId(), envelope, letter);
    }
}
