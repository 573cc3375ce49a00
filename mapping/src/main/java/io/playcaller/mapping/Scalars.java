package io.playcaller.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Text of a file as values: dates, numbers, amounts, yes and no. */
public final class Scalars {

    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "t");
    private static final Set<String> NO = Set.of("false", "no", "n", "0", "f");

    /** Characters of a number, and places before or after its point: 1e999999999 is short, and is written out for hours. */
    public static final int LONGEST_NUMBER = 40;

    private final DateTimeFormatter dates;
    private final String pattern;
    private final ZoneId zone;
    private final int fractionDigits;

    public Scalars(Mapping mapping) {
        this.pattern = mapping.dates();
        this.dates = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
        this.zone = mapping.zone();
        this.fractionDigits = Currency.getInstance(mapping.currency()).getDefaultFractionDigits();
    }

    /** What the text must be, for people. */
    String expected(Field field) {
        return switch (field.type()) {
            case TEXT -> "a text";
            case DATE, TIME -> "a date like " + pattern;
            case INTEGER -> "a whole number";
            case AMOUNT -> "an amount";
            case BOOL -> "true or false";
            case WORD ->
                "one of " + String.join(", ", field.words().stream().sorted().toList());
        };
    }

    /** Empty when the text is not of the field's type. */
    Optional<Object> read(Field field, String text) {
        try {
            return switch (field.type()) {
                case TEXT -> Optional.of(text);
                case DATE -> Optional.of(time(text).atZone(zone).toLocalDate());
                case TIME -> Optional.of(time(text));
                case INTEGER -> Optional.of(number(text).longValueExact());
                case AMOUNT -> Optional.of(minor(text));
                case BOOL -> bool(text);
                case WORD -> field.words().contains(text) ? Optional.of(text) : Optional.empty();
            };
        } catch (DateTimeException | ArithmeticException | NumberFormatException notOfItsType) {
            return Optional.empty();
        }
    }

    /** A day without a time is its first moment. */
    Instant time(String text) {
        TemporalAccessor read = dates.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
        if (read instanceof ZonedDateTime zoned) {
            return zoned.toInstant();
        }
        return read instanceof LocalDateTime local
                ? local.atZone(zone).toInstant()
                : LocalDate.from(read).atStartOfDay(zone).toInstant();
    }

    private Long minor(String text) {
        return number(text)
                .movePointRight(fractionDigits)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    private static BigDecimal number(String text) {
        if (text.length() > LONGEST_NUMBER) {
            throw new NumberFormatException("longer than a number may be");
        }
        BigDecimal number = new BigDecimal(text);
        if (number.scale() > LONGEST_NUMBER || number.scale() < -LONGEST_NUMBER) {
            throw new NumberFormatException("larger or finer than a number may be");
        }
        return number;
    }

    private static Optional<Object> bool(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return Optional.of(true);
        }
        return NO.contains(word) ? Optional.of(false) : Optional.empty();
    }
}
