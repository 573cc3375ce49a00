package io.playcaller.contracts;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A value of somebody else's as a sentence may show it: its beginning, without characters that no log or table takes. */
public final class Shown {

    private static final int LONGEST = 200;

    /** All control characters, those above ASCII among them, and those that turn the direction of what follows. */
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

    private Shown() {}

    public static String of(@Nullable Object value) {
        String text = String.valueOf(value);
        String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        return printable(shown);
    }

    /** A line of JSON without such characters; it says the same. */
    public static String escaped(String json) {
        return UNSAFE.matcher(json)
                .replaceAll(unsafe -> "\\\\u%04x".formatted((int) unsafe.group().charAt(0)));
    }

    /** All of it as a line of a log or a terminal may show it: nothing of it moves a cursor, colours or turns what follows. */
    public static String printable(String line) {
        return UNSAFE.matcher(line).replaceAll("\uFFFD");
    }
}
