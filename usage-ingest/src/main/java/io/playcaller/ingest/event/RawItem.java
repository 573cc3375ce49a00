package io.playcaller.ingest.event;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/** An item as it came, for the dead letters: a part of the bytes of its request. Nobody changes them. */
public final class RawItem {

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

    /** Its text, or its Base64 when it is not UTF-8. */
    public Payload payload() {
        try {
            return new Payload(
                    StandardCharsets.UTF_8.newDecoder().decode(content()).toString(), false);
        } catch (CharacterCodingException e) {
            return new Payload(Base64.getEncoder().encodeToString(Arrays.copyOfRange(bytes, from, to)), true);
        }
    }

    /** The payload of a dead letter. */
    public record Payload(String text, boolean base64) {}
}
