package io.playcaller.ingest.event;

import io.playcaller.contracts.deadletter.Payload;
import io.playcaller.ingest.source.KeyMask;
import java.nio.ByteBuffer;
import java.util.Arrays;
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
        return Payload.beside(attributes, length());
    }

    /** A view of it for readers. */
    public ByteBuffer content() {
        return ByteBuffer.wrap(bytes, from, length()).asReadOnlyBuffer();
    }

    public int length() {
        return to - from;
    }

    /** What a dead letter keeps of it, without write keys. */
    public Payload payload() {
        return Payload.of(ByteBuffer.wrap(KeyMask.mask(Arrays.copyOfRange(bytes, from, to))));
    }
}
