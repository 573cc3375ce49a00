package io.playcaller.ingest.door.http;

import io.playcaller.ingest.json.JsonFields;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The attributes of a CloudEvent in binary mode, from its {@code ce-} headers (HTTP binding 1.0.2, 3.1.3): a value in double
 * quotes is unescaped, then percent-encoding is undone, once.
 */
public final class CloudEventHeaders {

    private static final String PREFIX = "ce-";
    private static final String CONTENT_TYPE = PREFIX + "datacontenttype";
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");

    private CloudEventHeaders() {}

    /** By name without prefix; or the header that the binding does not allow. */
    public static Step<Map<String, String>> attributes(Map<String, List<String>> headers) {
        Map<String, String> attributes = new TreeMap<>();
        for (Map.Entry<String, List<String>> header : headers.entrySet()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (name.startsWith(PREFIX)) {
                Step<String> value = value(name, header.getValue());
                if (value instanceof Step.Refused<String> no) {
                    return Step.refused(no.refusal());
                }
                attributes.put(name.substring(PREFIX.length()), ((Step.Kept<String>) value).value());
            }
        }
        return Step.kept(Map.copyOf(attributes));
    }

    /** The headers as they came, for the dead letters. */
    static Map<String, String> asTheyCame(Map<String, List<String>> headers) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().toLowerCase(Locale.ROOT).startsWith(PREFIX))
                .collect(Collectors.toUnmodifiableMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT),
                        header -> String.join(", ", header.getValue())));
    }

    private static Step<String> value(String name, List<String> values) {
        String sent = values.get(0);
        if (name.equals(CONTENT_TYPE)) {
            return refused(name, "absent, because Content-Type says it", sent);
        }
        if (values.size() > 1) {
            return refused(name, "given once", values.size() + " times");
        }
        return decode(unquote(sent))
                .map(Step::kept)
                .orElseGet(() -> refused(name, "percent-encoded UTF-8 in printable ASCII", sent));
    }

    private static String unquote(String value) {
        return QUOTED.matcher(value).matches()
                ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1")
                : value;
    }

    private static Optional<String> decode(String value) {
        ByteBuffer decoded = ByteBuffer.allocate(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c > '~') {
                return Optional.empty();
            }
            if (c == '%') {
                if (i + 2 >= value.length() || !isHex(value.charAt(i + 1)) || !isHex(value.charAt(i + 2))) {
                    return Optional.empty();
                }
                decoded.put((byte) HexFormat.fromHexDigits(value, i + 1, i + 3));
                i += 2;
            } else {
                decoded.put((byte) c);
            }
        }
        return utf8(decoded.flip());
    }

    private static boolean isHex(char c) {
        return HexFormat.isHexDigit(c);
    }

    private static Optional<String> utf8(ByteBuffer bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Step<String> refused(String header, String expected, String actual) {
        return Step.refused(Refusal.field(Refusal.FIELD_INVALID, header, expected, JsonFields.brief(actual)));
    }
}
