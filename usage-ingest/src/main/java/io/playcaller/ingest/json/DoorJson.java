package io.playcaller.ingest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.util.ByteBufferBackedInputStream;
import io.playcaller.contracts.JsonFault;
import io.playcaller.contracts.WireJson;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * JSON from outside. In one event, and in one body of the register, objects and arrays stand in each other at most
 * {@value #MAX_DEPTH} levels deep: whatever walks a tree here has an end.
 */
public final class DoorJson {

    /** Levels of objects and arrays. */
    public static final int MAX_DEPTH = 200;

    /** An event that is deeper is too large as well; one that is not does not end the reading of its batch. */
    private static final int MAX_DEPTH_READ = 32_768;

    private static final Refusal TOO_DEEP =
            Refusal.field(Refusal.TOO_DEEP, "", "at most " + MAX_DEPTH + " levels of objects and arrays", "deeper");

    private static final ObjectReader READER = WireJson.mapper()
            .reader()
            .with(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH_READ)
                            .build())
                    .build());

    private static final ObjectReader ONE_VALUE = READER.with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private DoorJson() {}

    /** A parser for {@link #next}; the caller closes it. */
    public static JsonParser parser(byte[] body) throws IOException {
        return READER.createParser(body);
    }

    /** The value at which the parser stands; behind it afterwards. It may be too deep. */
    public static JsonNode next(JsonParser parser) throws IOException {
        return READER.readTree(parser);
    }

    /** The same as {@link #parse(ByteBuffer)} of a body that is whole. */
    public static Step<JsonNode> parse(byte[] body) {
        return parse(ByteBuffer.wrap(body));
    }

    /** Reads a body that is one JSON value, and nothing after it: what would not be read must not be lost in silence. */
    public static Step<JsonNode> parse(ByteBuffer body) {
        try {
            JsonNode node = ONE_VALUE.readTree(new ByteBufferBackedInputStream(body));
            return node == null || node.isMissingNode()
                    ? Step.refused(Refusal.field(Refusal.UNREADABLE, "", "JSON", "nothing"))
                    : bounded(node);
        } catch (IOException e) {
            return Step.refused(unreadable(e));
        }
    }

    /** Refused when it is too deep. */
    public static Step<JsonNode> bounded(JsonNode node) {
        return within(node, MAX_DEPTH) ? Step.kept(node) : Step.refused(TOO_DEEP);
    }

    private static boolean within(JsonNode node, int levels) {
        if (!node.isContainerNode()) {
            return true;
        }
        if (levels == 0) {
            return false;
        }
        for (JsonNode child : node) {
            if (!within(child, levels - 1)) {
                return false;
            }
        }
        return true;
    }

    /** What is no JSON, or has something after its end. */
    public static Refusal unreadable(IOException e) {
        JsonFault fault = JsonFault.of(e);
        String expected = fault.malformed() ? fault.expected() : "one JSON value and nothing after it";
        return Refusal.field(Refusal.UNREADABLE, "", expected, fault.actual());
    }
}
