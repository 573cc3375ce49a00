package io.playcaller.cli.clock;

import io.playcaller.cli.Refused;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them: {@code 90s}, {@code 30m}, {@code 4h}, {@code 3d}, {@code 2w}, {@code 1d12h}. */
public final class Spans {

    private static final Pattern PART = Pattern.compile("(\\d{1,6})([smhdw])");

    private Spans() {}

    /** @throws Refused when it is no length of time */
    public static Duration parse(String text) {
        Matcher part = PART.matcher(text);
        Duration sum = Duration.ZERO;
        int end = 0;
        while (part.find() && part.start() == end) {
            sum = sum.plus(of(Long.parseLong(part.group(1)), part.group(2).charAt(0)));
            end = part.end();
        }
        if (end != text.length() || sum.isZero()) {
            throw new Refused("%s is no length of time; write 90s, 30m, 4h, 3d, 2w or 1d12h".formatted(text));
        }
        return sum;
    }

    private static Duration of(long amount, char unit) {
        return switch (unit) {
            case 's' -> Duration.ofSeconds(amount);
            case 'm' -> Duration.ofMinutes(amount);
            case 'h' -> Duration.ofHours(amount);
            case 'd' -> Duration.ofDays(amount);
            default -> Duration.ofDays(7 * amount);
        };
    }

    static String words(Duration span) {
        if (span.isZero()) {
            return "0";
        }
        StringBuilder words = new StringBuilder();
        append(words, span.toDays(), "d");
        append(words, span.toHoursPart(), "h");
        append(words, span.toMinutesPart(), "m");
        append(words, span.toSecondsPart(), "s");
        return words.isEmpty() ? span.toMillis() + "ms" : words.toString();
    }

    private static void append(StringBuilder words, long amount, String unit) {
        if (amount != 0) {
            words.append(amount).append(unit);
        }
    }
}
