package io.playcaller.ingest.event.app;

import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.Ids;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.contracts.deadletter.Payload;
import io.playcaller.ingest.event.Delivery;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.LetterTerms;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.log.Outgoing;
import io.playcaller.ingest.refusal.Fault;
import io.playcaller.ingest.refusal.Refusal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Dead letters of the doors and the register. The same item, refused again for the same reason, is the same letter; what came
 * beside it counts, but for what is of the one attempt to send it.
 */
public final class DeadLetters {

    static final String SERVICE = "usage-ingest";

    private static final Set<String> OF_THE_ATTEMPT = Set.of("sentAt", DeadLetter.PARTITION, DeadLetter.OFFSET);

    private DeadLetters() {}

    static Outgoing of(Delivery delivery, Item item, Refusal refusal) {
        String text = item.raw().payload().text();
        Map<String, String> beside = new TreeMap<>(item.raw().attributes());
        beside.keySet().removeAll(OF_THE_ATTEMPT);
        String letterId = Ids.derived("letter", delivery.source(), refusal.code(), text, beside.toString())
                .toString();
        return outgoing(letter(letterId, LetterTerms.of(delivery), delivery, item, refusal), delivery.receivedAt());
    }

    /** The letter of one item. */
    public static DeadLetter letter(String letterId, LetterTerms terms, Delivery delivery, Item item, Refusal refusal) {
        RawItem raw = item.raw();
        Payload payload = raw.payload();
        Fault fault = refusal.first().orElse(null);
        return new DeadLetter(
                letterId,
                delivery.place(),
                delivery.source(),
                refusal.code(),
                refusal.detail(),
                fault == null ? null : fault.field(),
                fault == null ? null : fault.expected(),
                fault == null ? null : fault.actual(),
                delivery.receivedAt(),
                raw.contentType(),
                payload.text(),
                payload.base64(),
                terms.beside(raw.attributes()));
    }

    /** The same letter, refused for another reason. */
    public static DeadLetter refusedAs(Refusal refusal, DeadLetter letter) {
        Fault fault = refusal.first().orElse(null);
        return new DeadLetter(
                letter.letterId(),
                letter.place(),
                letter.source(),
                refusal.code(),
                refusal.detail(),
                fault == null ? null : fault.field(),
                fault == null ? null : fault.expected(),
                fault == null ? null : fault.actual(),
                letter.receivedAt(),
                letter.contentType(),
                letter.payload(),
                letter.base64(),
                letter.attributes());
    }

    /** A letter on its way to the topic. */
    public static Outgoing outgoing(DeadLetter letter, Instant now) {
        String letterId = letter.letterId();
        return new Outgoing(Topic.DEAD_LETTERS, letterId, Envelope.own(letterId, SERVICE, now, null, 0), letter);
    }
}
