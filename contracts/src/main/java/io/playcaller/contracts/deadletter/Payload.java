package io.playcaller.contracts.deadletter;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a dead letter keeps of an item: its text; or its Base64 when it is not UTF-8, or when so much of it must be escaped
 * in JSON that Kafka would not take the letter. Of more than {@value #LARGEST} bytes it keeps as many as that, from the
 * beginning.
 */
public record Payload(String text, boolean base64) {

    /** Above what any request to a door may hold, and so low that a letter stays below Kafka's 1 MB for a message. */
    public static final int LARGEST = 512_000;

    private static final int LARGEST_AS_JSON = 700_000;
    private static final int UNICODE_ESCAPE = 6;

    /** Reads {@code content} without moving it. */
    public static Payload of(ByteBuffer content) {
        ByteBuffer kept = content.slice(content.position(), Math.min(content.remaining(), LARGEST));
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(kept.duplicate()).toString();
            if (sizeAsJson(kept.remaining(), text) <= LARGEST_AS_JSON) {
                return new Payload(text, false);
            }
        } catch (CharacterCodingException e) {
            // Not text: Base64 keeps every byte.
        }
        byte[] bytes = new byte[kept.remaining()];
        kept.get(bytes);
        return new Payload(Base64.getEncoder().encodeToString(bytes), true);
    }

    /** The attributes of a letter about an item of so many bytes: they also say when only its beginning is kept. */
    public static Map<String, String> beside(Map<String, String> attributes, int bytes) {
        Map<String, String> beside = new TreeMap<>(attributes);
        if (bytes > LARGEST) {
            beside.put(DeadLetter.CUT_FROM_BYTES, Integer.toString(bytes));
        }
        return Collections.unmodifiableMap(beside);
    }

    private static long sizeAsJson(int bytes, String text) {
        return bytes
                + text.chars().filter(c -> c == '"' || c == '\\').count()
                + text.chars().filter(c -> c < ' ').count() * (UNICODE_ESCAPE - 1);
    }
}
