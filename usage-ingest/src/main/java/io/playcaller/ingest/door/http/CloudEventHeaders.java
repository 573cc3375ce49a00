package io.playcaller.ingest.door.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The attributes of a CloudEvent in binary mode, from its {@code ce-} headers (HTTP binding 1.0.2, 3.1.3.2): a quoted value
 * is unquoted, then percent-encoding is undone once.
 */
final class CloudEventHeaders {

    private static final String PREFIX = "ce-";

    private CloudEventHeaders() {}

    /** By name without prefix; empty when a value is not what the binding allows. */
    static Optional<Map<String, String>> attributes(Map<String, List<String>> headers) {
        Map<String, String> attributes = new TreeMap<>();
        for (Map.Entry<String, List<String>> header : headers.entrySet()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (name.startsWith(PREFIX)) {
                Optional<String> value = decode(unquote(header.getValue().get(0)));
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                attributes.put(name.substring(PREFIX.length()), value.get());
            }
        }
        return Optional.of(Map.copyOf(attributes));
    }

    private static String unquote(String value) {
        return value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1")
                : value;
    }

    private static Optional<String> decode(String value) {
        if (value.indexOf('%') < 0) {
            return Optional.of(value);
        }
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        ByteBuffer decoded = ByteBuffer.allocate(encoded.length);
        try {
            for (int i = 0; i < encoded.length; i++) {
                if (encoded[i] == '%') {
                    decoded.put((byte) HexFormat.fromHexDigits(value(encoded, i + 1)));
                    i += 2;
                } else {
                    decoded.put(encoded[i]);
                }
            }
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(decoded.flip()).toString());
        } catch (CharacterCodingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String value(byte[] encoded, int from) {
        if (from + 2 > encoded.length) {
            throw new IllegalArgumentException("a percent sign without two digits");
        }
        return new String(encoded, from, 2, StandardCharsets.UTF_8);
    }
}
