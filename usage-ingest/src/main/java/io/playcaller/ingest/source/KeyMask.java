package io.playcaller.ingest.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * Takes write keys out of what is kept: the value of every {@code "writeKey"}, and whatever has the shape of a key that was
 * issued here. All else stays as it came, byte for byte, also where the body is no JSON, or not all of it.
 */
public final class KeyMask {

    /** What stands in the place of a key. */
    public static final String MASK = "***";

    /** One character a byte, so that nothing but the key changes. */
    private static final Charset BYTES = StandardCharsets.ISO_8859_1;

    private static final String NAME = "\"writeKey\"";
    private static final int NONE = -1;
    private static final Set<String> KEY_HEADERS = Set.of("writekey", "authorization");

    private KeyMask() {}

    /** {@code body} without keys; the same array when there is none in it. */
    public static byte[] mask(byte[] body) {
        String text = new String(body, BYTES);
        String masked = mask(text);
        return masked.equals(text) ? body : masked.getBytes(BYTES);
    }

    /** {@code text} without keys. */
    public static String mask(String text) {
        return WriteKey.SHAPE.matcher(withoutNamed(text)).replaceAll(MASK);
    }

    /** The value of a header beside a body; that of one which is there to carry a key is a key, whatever it looks like. */
    public static String header(String name, String value) {
        return KEY_HEADERS.contains(name.toLowerCase(Locale.ROOT)) ? MASK : mask(value);
    }

    private static String withoutNamed(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        int from = 0;
        for (int name = text.indexOf(NAME); name >= 0; name = text.indexOf(NAME, from)) {
            int behindName = name + NAME.length();
            int value = startOfValue(text, behindName);
            if (value == NONE) {
                kept.append(text, from, behindName);
                from = behindName;
            } else {
                kept.append(text, from, value).append(MASK);
                from = endOfValue(text, value);
            }
        }
        return kept.append(text, from, text.length()).toString();
    }

    /** Behind the opening quote. */
    private static int startOfValue(String text, int behindName) {
        int colon = skipBlanks(text, behindName);
        if (colon == text.length() || text.charAt(colon) != ':') {
            return NONE;
        }
        int quote = skipBlanks(text, colon + 1);
        return quote < text.length() && text.charAt(quote) == '"' ? quote + 1 : NONE;
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The closing quote, or the end of a text that was cut off. */
    private static int endOfValue(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at, text.length());
    }
}
