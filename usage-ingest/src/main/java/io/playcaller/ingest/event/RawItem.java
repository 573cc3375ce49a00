package io.playcaller.ingest.event;

import io.playcaller.contracts.deadletter.Payload;
import io.playcaller.ingest.privacy.Treated;
import io.playcaller.ingest.source.KeyMask;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An item as it came, for the dead letters: a part of the bytes of its request, which nobody changes. Where its source has
 * rules for properties, as it was after these.
 */
public final class RawItem {

    private final String contentType;
    private final int cameBytes;
    private final ByteBuffer content;
    private final Map<String, String> attributes;
    private final List<Treated> treated;

    /** @param attributes what came beside it; never a key */
    public RawItem(String contentType, byte[] bytes, int from, int to, Map<String, String> attributes) {
        this(contentType, to - from, ByteBuffer.wrap(bytes, from, to - from).slice(), attributes, List.of());
    }

    private RawItem(
            String contentType,
            int cameBytes,
            ByteBuffer content,
            Map<String, String> attributes,
            List<Treated> treated) {
        this.contentType = contentType;
        this.cameBytes = cameBytes;
        this.content = content.asReadOnlyBuffer();
        this.attributes = Map.copyOf(attributes);
        this.treated = List.copyOf(treated);
    }

    /** All of {@code bytes}. */
    public static RawItem whole(String contentType, byte[] bytes, Map<String, String> attributes) {
        return new RawItem(contentType, bytes, 0, bytes.length, attributes);
    }

    /** The same item in other words. */
    public RawItem rewritten(byte[] words) {
        return new RawItem(contentType, cameBytes, ByteBuffer.wrap(words), attributes, treated);
    }

    /** The same, with other things beside it. */
    public RawItem beside(Map<String, String> others) {
        return new RawItem(contentType, cameBytes, content, others, treated);
    }

    /** The same, after more of its properties were treated. */
    public RawItem treated(List<Treated> more) {
        if (more.isEmpty()) {
            return this;
        }
        // What was done to the batch is one list for all its items.
        List<Treated> all = treated.isEmpty()
                ? more
                : Stream.concat(treated.stream(), more.stream()).distinct().toList();
        return new RawItem(contentType, cameBytes, content, attributes, all);
    }

    public String contentType() {
        return contentType;
    }

    /** What was done to its properties, and to those that stood beside it, before anything of it was kept. */
    public List<Treated> treated() {
        return treated;
    }

    /** What came beside it: headers, what the batch says for all its items. */
    public Map<String, String> attributes() {
        return Payload.beside(attributes, length());
    }

    /** A view of it for readers. */
    public ByteBuffer content() {
        return content.duplicate();
    }

    /** How many bytes it had when it came, whatever is kept of it. */
    public int cameBytes() {
        return cameBytes;
    }

    public int length() {
        return content.remaining();
    }

    /** What a dead letter keeps of it, without write keys. */
    public Payload payload() {
        byte[] kept = new byte[length()];
        content().get(kept);
        return Payload.of(ByteBuffer.wrap(KeyMask.mask(kept)));
    }
}
