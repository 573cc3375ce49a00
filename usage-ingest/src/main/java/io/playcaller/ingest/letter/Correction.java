package io.playcaller.ingest.letter;

import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.ingest.event.LetterTerms;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person puts in the place of what was wrong.
 *
 * @param payload null leaves it as it came
 * @param contentType null leaves it as it came
 * @param attributes those to change; an empty value takes one away
 */
public record Correction(@Nullable String payload, @Nullable String contentType, Map<String, String> attributes) {

    public Correction {
        attributes = Map.copyOf(attributes);
    }

    /**
     * The same as it may be kept: in the words of what was read of it, after the rules of its source. Of an attribute that they
     * dropped it says that it goes.
     */
    public Correction as(String readPayload, Map<String, String> readAttributes) {
        Map<String, String> kept = new HashMap<>(attributes);
        LetterTerms.without(attributes).keySet().forEach(name -> kept.put(name, readAttributes.getOrDefault(name, "")));
        return new Correction(payload == null ? null : readPayload, contentType, kept);
    }

    /** The letter as it should have been. */
    public DeadLetter applyTo(DeadLetter letter) {
        Map<String, String> beside = new HashMap<>(letter.attributes());
        beside.putAll(attributes);
        beside.values().removeIf(String::isEmpty);
        return new DeadLetter(
                letter.letterId(),
                letter.place(),
                letter.source(),
                letter.reason(),
                letter.detail(),
                letter.field(),
                letter.expected(),
                letter.actual(),
                letter.receivedAt(),
                contentType == null ? letter.contentType() : contentType,
                payload == null ? letter.payload() : payload,
                payload == null && letter.base64(),
                beside);
    }
}
