package io.playcaller.ingest.json;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import io.playcaller.contracts.WireJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words of an enum on the wire. The constant for values of newer writers has none: nobody may send it. */
final class WireWords<E extends Enum<E>> {

    private static final ClassValue<WireWords<?>> KNOWN = new ClassValue<>() {
        @Override
        @SuppressWarnings({"unchecked", "rawtypes"})
        protected WireWords<?> computeValue(Class<?> type) {
            return new WireWords((Class) type);
        }
    };

    private final Map<String, E> byWord = new LinkedHashMap<>();

    private WireWords(Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            word(type, constant).ifPresent(word -> byWord.put(word, constant));
        }
    }

    @SuppressWarnings("unchecked")
    static <E extends Enum<E>> WireWords<E> of(Class<E> type) {
        return (WireWords<E>) KNOWN.get(type);
    }

    private static <E extends Enum<E>> Optional<String> word(Class<E> type, E constant) {
        try {
            return type.getField(constant.name()).isAnnotationPresent(JsonEnumDefaultValue.class)
                    ? Optional.empty()
                    : Optional.of(WireJson.mapper().convertValue(constant, String.class));
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    Optional<E> find(String word) {
        return Optional.ofNullable(byWord.get(word));
    }

    Set<String> words() {
        return byWord.keySet();
    }
}
