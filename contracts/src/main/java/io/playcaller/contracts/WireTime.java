package io.playcaller.contracts;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Times as text (RFC 3339), two to four of them in every event. The JDK's formatter reads one in a microsecond and fills maps for
 * it; so what nearly everybody writes, UTC with each digit in its place, is read and written here. All else is left to the JDK:
 * what is taken, and what is refused, is what it takes and refuses.
 */
public final class WireTime {

    private static final int SECONDS_END = 19;
    private static final int MOST_FRACTION = 9;

    /** Years have four digits between them. */
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private WireTime() {}

    /** @throws DateTimeException when it is no time with an offset */
    public static Instant read(String text) {
        Instant plain = readPlain(text);
        return plain == null ? OffsetDateTime.parse(text).toInstant() : plain;
    }

    /**
     * A time as nearly everybody writes it; null for any other text.
     *
     * @throws DateTimeException when it is of a day that is none
     */
    static @Nullable Instant readPlain(String text) {
        if (!plain(text)) {
            return null;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 2);
        int day = digits(text, 8, 2);
        int hour = digits(text, 11, 2);
        int minute = digits(text, 14, 2);
        int second = digits(text, 17, 2);
        int nano = fraction(text);
        boolean odd =
                (year | month | day | hour | minute | second | nano) < 0 || hour > 23 || minute > 59 || second > 59;
        if (odd) {
            return null;
        }
        long ofDay = hour * 3_600L + minute * 60L + second;
        return Instant.ofEpochSecond(LocalDate.of(year, month, day).toEpochDay() * 86_400L + ofDay, nano);
    }

    /** Whether every sign stands where it stands in {@code 2026-03-01T09:00:00.123Z}. */
    private static boolean plain(String text) {
        return text.length() > SECONDS_END
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && text.charAt(text.length() - 1) == 'Z';
    }

    /** Nanoseconds: of nothing, or of a point and up to nine digits, before the last character; negative for anything else. */
    private static int fraction(String text) {
        int length = text.length() - SECONDS_END - 2;
        if (length < 0) {
            return 0;
        }
        if (length == 0 || length > MOST_FRACTION || text.charAt(SECONDS_END) != '.') {
            return -1;
        }
        int nano = digits(text, SECONDS_END + 1, length);
        for (int i = length; i < MOST_FRACTION && nano > 0; i++) {
            nano *= 10;
        }
        return nano;
    }

    /** The number that stands there; negative where no digits do. */
    private static int digits(String text, int from, int length) {
        int number = 0;
        for (int i = from; i < from + length; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** As {@link Instant#toString}: in UTC, with no, three, six or nine digits behind the seconds. */
    public static String write(Instant time) {
        if (time.isBefore(FIRST) || time.isAfter(LAST)) {
            return time.toString();
        }
        LocalDateTime utc = LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, ZoneOffset.UTC);
        byte[] text = "0000-00-00T00:00:00.000000000Z".getBytes(StandardCharsets.ISO_8859_1);
        put(text, 4, utc.getYear());
        put(text, 7, utc.getMonthValue());
        put(text, 10, utc.getDayOfMonth());
        put(text, 13, utc.getHour());
        put(text, 16, utc.getMinute());
        put(text, SECONDS_END, utc.getSecond());
        int end = SECONDS_END;
        int nano = time.getNano();
        if (nano > 0) {
            end = SECONDS_END + 1 + digitsOf(nano);
            put(text, SECONDS_END + 1 + MOST_FRACTION, nano);
        }
        text[end] = 'Z';
        return new String(text, 0, end + 1, StandardCharsets.ISO_8859_1);
    }

    private static int digitsOf(int nano) {
        if (nano % 1_000 != 0) {
            return 9;
        }
        return nano % 1_000_000 == 0 ? 3 : 6;
    }

    /** Writes the number so that it ends before {@code end}; zeros stand there already. */
    private static void put(byte[] text, int end, int number) {
        int at = end;
        for (int left = number; left > 0; left /= 10) {
            text[--at] = (byte) ('0' + left % 10);
        }
    }
}
