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
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
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

    private final TopicNames topics;
    private final BusinessClock clock;
    private final MeterRegistry meters;

    Letters(TopicNames topics, BusinessClock clock, MeterRegistry meters) {
        this.topics = topics;
        this.clock = clock;
        this.meters = meters;
    }

    /** It is no event of its type. */
    public OutboxRecord unreadable(ConsumerRecord<String, byte[]> from, UnreadableEventException why) {
        return letter(from, "event.unreadable", String.valueOf(why.getMessage()));
    }

    /** It is an event, and working on it failed: a fault of ours. */
    public OutboxRecord failed(ConsumerRecord<String, byte[]> from, RuntimeException why) {
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
        from.headers()
                .forEach(header -> attributes.put(
                        header.key(),
                        header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8)));
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
        return OutboxRecord.of(
                topics.of(Topic.DEAD_LETTERS), id, Envelope.own(id, "play-router", now, null, 0), letter);
    }

    private record Payload(String text, boolean base64) {

        static Payload of(byte[] bytes) {
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
