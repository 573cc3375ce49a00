package io.playcaller.forecast.intake.in;

import io.playcaller.contracts.PointerStep;
import io.playcaller.contracts.UnreadableEventException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether a record has all that its type promises, and nothing that a table cannot hold. The JSON of a record may leave out
 * anything, and what is left out is null: a contract without its lines would be tripped over by the transaction that stores it,
 * which is tried again for ever while the whole partition waits. What may be null is what its type says is {@link Nullable}.
 */
final class WholeRecord {

    /** No id of the register is longer; the keys of three of them fit into a page of an index. */
    private static final int LONGEST_KEY = 256;

    /** What tables are sorted by besides ids. */
    private static final Set<String> KEYS = Set.of("role", "milestones");

    /** Whose it is; without it it is nobody's. */
    private static final Set<String> OWN_IDS = Set.of("accountId", "contractId");

    private static final int LAST_YEAR = 9999;

    private static final Map<Class<?>, List<Part>> PARTS = new ConcurrentHashMap<>();

    private WholeRecord() {}

    /** A component of a record. */
    private record Part(String name, Method accessor, boolean optional) {

        static Part of(RecordComponent component) {
            boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            return new Part(component.getName(), component.getAccessor(), optional);
        }

        @Nullable
        Object in(Record data) {
            try {
                return accessor.invoke(data);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(data.getClass() + " does not show its " + name, e);
            }
        }
    }

    /** @throws UnreadableEventException names the first field at fault, as a JSON pointer */
    static void require(Record data) {
        within("", data);
    }

    private static void within(String at, Record data) {
        for (Part part : PARTS.computeIfAbsent(data.getClass(), WholeRecord::parts)) {
            String field = at + PointerStep.to(part.name());
            Object value = part.in(data);
            if (value != null) {
                value(field, part.name(), value);
            } else if (!part.optional()) {
                throw fault(field, "given", "absent");
            }
        }
    }

    private static void value(String field, String name, Object value) {
        if (value instanceof Record record) {
            within(field, record);
        } else if (value instanceof String text) {
            text(field, name, text);
        } else if (value instanceof LocalDate day && (day.getYear() < 1 || day.getYear() > LAST_YEAR)) {
            throw fault(field, "a day of the years 1 to " + LAST_YEAR, day.toString());
        } else if (value instanceof Collection<?> items) {
            items(field, name, items);
        }
    }

    private static void items(String field, String name, Collection<?> items) {
        int index = 0;
        for (Object item : items) {
            String at = field + "/" + index++;
            if (item == null) {
                throw fault(at, "given", "null");
            }
            value(at, name, item);
        }
    }

    private static void text(String field, String name, String text) {
        if (text.indexOf('\0') >= 0) {
            throw fault(field, "a text without U+0000", text);
        }
        boolean key = name.endsWith("Id") || KEYS.contains(name);
        if (key && text.length() > LONGEST_KEY) {
            throw fault(field, "at most " + LONGEST_KEY + " characters long", text.length() + " characters long");
        }
        if (OWN_IDS.contains(name) && text.isBlank()) {
            throw fault(field, "an id", "blank");
        }
    }

    private static List<Part> parts(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).map(Part::of).toList();
    }

    private static UnreadableEventException fault(String field, String expected, String actual) {
        return new UnreadableEventException(field, expected, actual, null);
    }
}
