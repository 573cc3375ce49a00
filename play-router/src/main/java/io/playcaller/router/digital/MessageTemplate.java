package io.playcaller.router.digital;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text for people of customers, with places such as {@code {{name}}}.
 *
 * @param key stable: nobody gets the same text again soon
 */
public record MessageTemplate(String key, String subject, String text) {

    public MessageTemplate {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(text, "text");
    }

    /** The day that the steps of a play count back from; only of a play that has one. */
    public static final String DATE = "date";

    /** Name of the person; {@code there} where none is known. */
    public static final String NAME = "name";

    /** Name of the account. */
    public static final String ACCOUNT = "account";

    /** All that a text may name. */
    public static final Set<String> VARIABLES = Set.of(DATE, NAME, ACCOUNT);

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");

    /** What the subject and the text name, known or not. */
    public Set<String> variables() {
        return PLACE.matcher(subject + "\n" + text)
                .results()
                .map(place -> place.group(1))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** For one person; what has no value becomes nothing. A value is text and is not looked at for places. */
    public MessageText fill(Map<String, String> values) {
        return new MessageText(filled(subject, values), filled(text, values));
    }

    private static String filled(String words, Map<String, String> values) {
        return PLACE.matcher(words)
                .replaceAll(place -> Matcher.quoteReplacement(line(values.getOrDefault(place.group(1), ""))));
    }

    /** A name says what somebody typed; paragraphs, or headers, are the template's alone. */
    private static String line(String value) {
        return value.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
