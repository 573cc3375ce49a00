package io.playcaller.router.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.playcaller.chassis.clock.BusinessClock;
import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.Ids;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.UnreadableEventException;
import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.contracts.deadletter.Place;
import io.playcaller.outbox.OutboxRecord;
import io.playcaller.router.store.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * What could not be used, whole, on its way to {@code dead-letters}. The id of a letter is derived from where its record
 * stands, so that a repeated batch makes the same letter.
 */
@ApplicationScoped
public class Letters {

    private static final Logger LOG = Logger.getLogger(Letters.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    /** What a letter holds of a record: more, escaped, might not fit into a message. The record itself stays in its topic. */
    private static final int LARGEST_PAYLOAD = 120_000;

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
        return letter(from, "event.unreadable", String.valueOf(why.getMessage()));
    }

    /** It is an event, and working on it failed: a fault of ours. */
    public OutboxRecord failed(ConsumerRecord<String, byte[]> from, Throwable why) {
        LOG.errorf(why, "%s-%d@%d could not be routed", from.topic(), from.partition(), from.offset());
        return letter(from, "routing.failed", why.getClass().getSimpleName() + ": " + why.getMessage());
    }

    private OutboxRecord letter(ConsumerRecord<String, byte[]> from, String reason, String detail) {
        meters.counter("router.dead.letters", "reason", reason).increment();
        Instant now = clock.instant();
        String id = Ids.derived("router-letter", from.topic(), from.partition(), from.offset())
                .toString();
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("topic", from.topic());
        attributes.put("partition", Integer.toString(from.partition()));
        attributes.put("offset", Long.toString(from.offset()));
        if (from.value().length > LARGEST_PAYLOAD) {
            attributes.put("cut", "the first " + LARGEST_PAYLOAD + " of " + from.value().length + " bytes");
        }
        from.headers()
                .forEach(header -> attributes.put(
                        header.key(),
                        header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8)));
        Envelope envelope = Envelope.own(id, "play-router", now, null, 0);
        Payload payload = Payload.of(from.value());
        DeadLetter letter = new DeadLetter(
                id,
                Place.ROUTER,
                attributes.get(EventCodec.SOURCE),
                reason,
                detail,
                null,
                null,
                null,
                now,
                EventCodec.JSON,
                payload.text(),
                payload.base64(),
                attributes);
        return OutboxRecord.of(topics.of(Topic.DEAD_LETTERS), id, envelope, letter);
    }

    private record Payload(String text, boolean base64) {

        static Payload of(byte[] bytes) {
            if (bytes.length > LARGEST_PAYLOAD) {
                return new Payload(Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, LARGEST_PAYLOAD)), true);
            }
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                return new Payload(text, false);
            } catch (CharacterCodingException e) {
                return new Payload(Base64.getEncoder().encodeToString(bytes), true);
            }
        }
    }
}
