package io.playcaller.router.bounce;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail, or a part of one, as far as reports need it to be read (RFC 2045, RFC 5322): reports are 7-bit text, so that no part is
 * decoded.
 *
 * @param fields by name in lower case, unfolded, the first 1,000 characters; of several of a name the first
 * @param body what stands below them
 */
record MailPart(Map<String, String> fields, String body) {

    private static final Pattern BOUNDARY =
            Pattern.compile("\\bboundary\\s*=\\s*(?:\"([^\"]+)\"|([^\\s;]+))", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_FIELD = 1_000;

    MailPart {
        fields = Map.copyOf(fields);
    }

    static MailPart of(String text) {
        String lines = text.replace("\r\n", "\n").replaceFirst("^\n+", "");
        int end = lines.indexOf("\n\n");
        return end < 0
                ? new MailPart(fieldsOf(lines), "")
                : new MailPart(fieldsOf(lines.substring(0, end)), lines.substring(end + 2));
    }

    private static Map<String, String> fieldsOf(String head) {
        Map<String, String> fields = new HashMap<>();
        for (String line : head.replaceAll("\n[ \\t]+", " ").lines().toList()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.putIfAbsent(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        cut(line.substring(colon + 1).strip()));
            }
        }
        return fields;
    }

    private static String cut(String value) {
        return value.length() <= LONGEST_FIELD ? value : value.substring(0, LONGEST_FIELD);
    }

    Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** Such as {@code text/plain}, which it is where it does not say. */
    String type() {
        return field("content-type")
                .map(type -> type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT))
                .orElse("text/plain");
    }

    /** Its parts; none where it is not made of any. */
    List<MailPart> parts() {
        Matcher matcher = BOUNDARY.matcher(field("content-type").orElse(""));
        return matcher.find()
                ? parts("--" + (matcher.group(1) == null ? matcher.group(2) : matcher.group(1)))
                : List.of();
    }

    private List<MailPart> parts(String delimiter) {
        List<MailPart> parts = new ArrayList<>();
        StringBuilder part = null;
        for (String line : body.split("\n", -1)) {
            String end = line.stripTrailing();
            if (end.equals(delimiter) || end.equals(delimiter + "--")) {
                if (part != null) {
                    parts.add(of(part.toString()));
                }
                part = end.equals(delimiter) ? new StringBuilder() : null;
            } else if (part != null) {
                part.append(line).append('\n');
            }
        }
        return parts;
    }
}
