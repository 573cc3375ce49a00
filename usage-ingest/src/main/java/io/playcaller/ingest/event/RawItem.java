package io.playcaller.ingest.event;

import io.playcaller.ingest.source.KeyMask;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/** An item as it came, for the dead letters: a part of the bytes of its request. Nobody changes them. */
public final class RawItem {

    private static final int MAX_KEPT_BYTES = 512_000;
    private static final int MAX_ESCAPED_CHARS = 700_000;
    private static final int UNICODE_ESCAPE = 6;

    private final String contentType;
    private final byte[] bytes;
    private final int from;
    private final int to;
    private final Map<String, String> attributes;

    /** @param attributes what came beside it; never a key */
    public RawItem(String contentType, byte[] bytes, int from, int to, Map<String, String> attributes) {
        this.contentType = contentType;
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        this.attributes = Map.copyOf(attributes);
    }

    /** All of {@code bytes}. */
    public static RawItem whole(String contentType, byte[] bytes, Map<String, String> attributes) {
        return new RawItem(contentType, bytes, 0, bytes.length, attributes);
    }

    public String contentType() {
        return contentType;
    }

    /** What came beside it: headers, what the batch says for all its items. */
    public Map<String, String> attributes() {
        return attributes;
    }

    /** A view of it for readers. */
    public ByteBuffer content() {
        return ByteBuffer.wrap(bytes, from, length()).asReadOnlyBuffer();
    }

    public int length() {
        return to - from;
    }

    /**
     * What a dead letter keeps, without write keys: its text; or its Base64 when it is not UTF-8, or when so much of it must be escaped in JSON
     * that Kafka would not take the letter. Of what is larger than any request may be, and so came by Kafka, the beginning;
     * topic and offset lead to the rest.
     */
    public Payload payload() {
        ByteBuffer kept = ByteBuffer.wrap(KeyMask.mask(Arrays.copyOfRange(bytes, from, to)));
        kept.limit(Math.min(kept.limit(), MAX_KEPT_BYTES));
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(kept.duplicate()).toString();
            if (escapedLength(text) <= MAX_ESCAPED_CHARS) {
                return new Payload(text, false);
            }
        } catch (CharacterCodingException e) {
            // Not text: Base64 keeps every byte.
        }
        byte[] copy = new byte[kept.remaining()];
        kept.get(copy);
        return new Payload(Base64.getEncoder().encodeToString(copy), true);
    }

    private static long escapedLength(String text) {
        return text.length()
                + text.chars().filter(c -> c == '"' || c == '\\').count()
                + text.chars().filter(c -> c < ' ').count() * (UNICODE_ESCAPE - 1);
    }

    /** The payload of a dead letter. */
    public record Payload(String text, boolean base64) {}
}
