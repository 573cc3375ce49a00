package io.playcaller.ingest.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.Money;
import io.playcaller.contracts.PointerStep;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.WireTime;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object, each read with what it must be. The first that is wrong ends the reading with a
 * {@link RefusedJsonException}; {@link #reading} turns that into a value. JSON null counts as absent.
 */
public final class JsonFields {

    /** Longest identifier, name or label that is taken. */
    public static final int MAX_TEXT = 256;

    /** Longest {@code messageId} of a Segment call, as Segment has it. */
    public static final int MAX_MESSAGE_ID = 100;

    private static final long MAX_MINOR = 1_000_000_000_000_000L;
    private static final int MAX_ACTUAL = 80;
    private static final int MAX_DIGITS = 18;

    /** Of years of four digits, as RFC 3339 has them: days of others overflow where they are counted in milliseconds. */
    private static final int DATE_LENGTH = 10;

    private static final String A_DATE = "a date, such as 2026-03-01";

    private final JsonNode object;
    private final String pointer;

    private JsonFields(JsonNode object, String pointer) {
        this.object = object;
        this.pointer = pointer;
    }

    /** The fields of {@code node}, which must be an object; {@code pointer} is where it stands, empty for the root. */
    public static JsonFields of(JsonNode node, String pointer) {
        if (!node.isObject()) {
            throw new RefusedJsonException(Refusal.field(Refusal.UNREADABLE, pointer, "a JSON object", brief(node)));
        }
        return new JsonFields(node, pointer);
    }

    /** Runs a reading to its value or to the refusal that it met. */
    public static <T> Step<T> reading(JsonNode node, Function<JsonFields, T> reading) {
        return reading(node, "", reading);
    }

    /** The same of a part; {@code pointer} is where it stands. */
    public static <T> Step<T> reading(JsonNode node, String pointer, Function<JsonFields, T> reading) {
        try {
            return Step.kept(reading.apply(of(node, pointer)));
        } catch (RefusedJsonException e) {
            return Step.refused(e.refusal());
        }
    }

    public boolean has(String name) {
        return object.hasNonNull(name);
    }

    /** The value as it is; null when absent. */
    public @Nullable JsonNode node(String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    public String text(String name) {
        return required(name, "a text of 1 to " + MAX_TEXT + " characters", optionalText(name));
    }

    /** Null when absent or blank. Numbers are taken as their digits: ids often arrive so. */
    public @Nullable String optionalText(String name) {
        JsonNode value = node(name);
        if (value == null) {
            return null;
        }
        if (!value.isTextual() && !value.isIntegralNumber()) {
            throw invalid(name, "a text", value);
        }
        String text = value.asText().strip();
        if (text.length() > MAX_TEXT) {
            throw invalid(name, "at most " + MAX_TEXT + " characters", value);
        }
        if (StorableText.hasNul(text)) {
            throw invalid(name, "a text without NUL characters", "one with NUL");
        }
        if (!StorableText.isStorable(text)) {
            throw invalid(name, "a text of whole characters", "one with half a surrogate pair");
        }
        return text.isEmpty() ? null : text;
    }

    /** What a person wrote, of any length; null when absent. */
    public @Nullable String freeText(String name) {
        JsonNode value = node(name);
        if (value != null && !value.isTextual()) {
            throw invalid(name, "a text", value);
        }
        return value == null ? null : value.textValue().replace('\0', ' ');
    }

    private static boolean isText(String text) {
        return !text.isBlank() && text.length() <= MAX_TEXT && StorableText.isStorable(text);
    }

    public boolean bool(String name, boolean absent) {
        Boolean value = optionalBool(name);
        return value == null ? absent : value;
    }

    public @Nullable Boolean optionalBool(String name) {
        JsonNode value = node(name);
        if (value == null) {
            return null;
        }
        if (!value.isBoolean()) {
            throw invalid(name, "true or false", value);
        }
        return value.booleanValue();
    }

    public @Nullable Long optionalInteger(String name, long min, long max) {
        JsonNode value = node(name);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < min
                || value.longValue() > max) {
            throw invalid(name, "a whole number from " + min + " to " + max, value);
        }
        return value.longValue();
    }

    /** A number with at most {@value #MAX_DIGITS} digits, before and after its point together. */
    public @Nullable BigDecimal optionalDecimal(String name) {
        JsonNode value = node(name);
        if (value == null) {
            return null;
        }
        String expected = "a number of at most " + MAX_DIGITS + " digits";
        if (!value.isNumber() || !isFinite(value)) {
            throw invalid(name, expected, value);
        }
        BigDecimal number = value.decimalValue();
        if (number.precision() > MAX_DIGITS || number.scale() > MAX_DIGITS || number.scale() < -MAX_DIGITS) {
            throw invalid(name, expected, value);
        }
        return number;
    }

    /** 1e999 is a number of JSON, and none of a computer. */
    private static boolean isFinite(JsonNode number) {
        return !number.isFloatingPointNumber() || Double.isFinite(number.doubleValue());
    }

    public long integer(String name, long min, long max) {
        return required(name, "a whole number from " + min + " to " + max, optionalInteger(name, min, max));
    }

    public @Nullable Instant optionalInstant(String name) {
        String text = optionalText(name);
        if (text == null) {
            return null;
        }
        try {
            return WireTime.read(text);
        } catch (DateTimeException e) {
            throw invalid(name, "a time with zone, such as 2026-03-01T09:00:00Z", text);
        }
    }

    public Instant instant(String name) {
        return required(name, "a time with zone, such as 2026-03-01T09:00:00Z", optionalInstant(name));
    }

    public @Nullable LocalDate optionalDate(String name) {
        String text = optionalText(name);
        if (text == null) {
            return null;
        }
        if (text.length() != DATE_LENGTH) {
            throw invalid(name, A_DATE, text);
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw invalid(name, A_DATE, text);
        }
    }

    public LocalDate date(String name) {
        return required(name, A_DATE, optionalDate(name));
    }

    /** One of the words that {@code type} has on the wire; its constant for newer writers is none of them. */
    public <E extends Enum<E>> @Nullable E optionalWord(String name, Class<E> type) {
        String text = optionalText(name);
        return text == null
                ? null
                : WireWords.of(type).find(text).orElseThrow(() -> invalid(name, "one of " + words(type), text));
    }

    public <E extends Enum<E>> E word(String name, Class<E> type) {
        return required(name, "one of " + words(type), optionalWord(name, type));
    }

    /** An array of such words; at least one. */
    public <E extends Enum<E>> Set<E> words(String name, Class<E> type) {
        Set<E> words = EnumSet.noneOf(type);
        for (String word : texts(name)) {
            words.add(WireWords.of(type).find(word).orElseThrow(() -> invalid(name, "one of " + words(type), word)));
        }
        return required(name, "some of " + words(type), words.isEmpty() ? null : words);
    }

    private static <E extends Enum<E>> String words(Class<E> type) {
        return String.join(", ", WireWords.of(type).words());
    }

    /** {@code {"minor": 123450, "currency": "EUR"}}. */
    public Money money(String name) {
        JsonFields money =
                of(required(name, "an amount, such as {\"minor\":123450,\"currency\":\"EUR\"}", node(name)), at(name));
        String currency = money.text("currency");
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(known -> known.getCurrencyCode().equals(currency))) {
            throw money.invalid("currency", "an ISO 4217 code, such as EUR", currency);
        }
        return new Money(money.integer("minor", -MAX_MINOR, MAX_MINOR), currency);
    }

    /** The elements of an array, each an object; empty when absent. */
    public <T> List<T> objects(String name, Function<JsonFields, T> reading) {
        List<T> items = new ArrayList<>();
        for (JsonNode element : array(name)) {
            items.add(reading.apply(of(element, at(name) + "/" + items.size())));
        }
        return List.copyOf(items);
    }

    /** The elements of an array, each a text; empty when absent. */
    public List<String> texts(String name) {
        List<String> items = new ArrayList<>();
        for (JsonNode element : array(name)) {
            if (!element.isTextual() || !isText(element.textValue())) {
                throw invalid(name + "/" + items.size(), "a text of 1 to " + MAX_TEXT + " characters", element);
            }
            items.add(element.textValue().strip());
        }
        return List.copyOf(items);
    }

    private JsonNode array(String name) {
        JsonNode value = node(name);
        if (value != null && !value.isArray()) {
            throw invalid(name, "an array", value);
        }
        return value == null ? WireJson.mapper().createArrayNode() : value;
    }

    /** Refuses a field that is none of {@code known}: a typing error must not be lost in silence. */
    public void rejectUnknown(Set<String> known) {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                throw new RefusedJsonException(Refusal.field(
                        Refusal.FIELD_UNKNOWN,
                        pointer + PointerStep.to(shown(name)),
                        "one of " + String.join(", ", known.stream().sorted().toList()),
                        shown(name)));
            }
        }
    }

    private static String shown(String name) {
        return name.length() <= MAX_ACTUAL ? name : name.substring(0, MAX_ACTUAL) + "…";
    }

    /** What to throw when a field is not what it must be. */
    public RefusedJsonException invalid(String name, String expected, Object actual) {
        return new RefusedJsonException(Refusal.field(
                Refusal.FIELD_INVALID,
                at(name),
                expected,
                actual instanceof JsonNode node ? brief(node) : brief(actual)));
    }

    /** The JSON pointer of a field. */
    public String at(String name) {
        return pointer + "/" + name;
    }

    private <T> T required(String name, String expected, @Nullable T value) {
        if (value == null) {
            throw new RefusedJsonException(Refusal.field(Refusal.FIELD_MISSING, at(name), expected, "absent"));
        }
        return value;
    }

    /** What came, as a refusal shows it. */
    public static String brief(Object value) {
        String text = "'" + value + "'";
        return text.length() <= MAX_ACTUAL ? text : text.substring(0, MAX_ACTUAL) + "…";
    }

    /** What came, as a refusal shows it. */
    public static String brief(JsonNode node) {
        if (node.isContainerNode()) {
            return node.isArray() ? "an array" : "an object";
        }
        return node.isTextual() ? brief((Object) node.textValue()) : node.toString();
    }
}
