package io.playcaller.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Names, addresses and free text live on {@code people} and in the person store, so that erasure is a deletion. */
class PersonalDataContractTest {

    private static final Set<String> PERSONAL =
            Set.of("email", "phone", "address", "firstName", "lastName", "userId", "comment", "text", "note", "body");

    @ParameterizedTest
    @EnumSource(
            value = EventType.class,
            mode = Mode.EXCLUDE,
            names = {"PERSON_CHANGED", "PERSON_SAID", "DEAD_LETTER"})
    void noRecordDownstreamOfTheDoorHasAPlaceForThem(EventType type) {
        assertThat(componentNames(type.record())).doesNotContainAnyElementsOf(PERSONAL);
    }

    private static List<String> componentNames(Class<?> record) {
        List<String> names = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            names.add(component.getName());
            for (Class<?> nested : recordsIn(component.getGenericType())) {
                names.addAll(componentNames(nested));
            }
        }
        return names;
    }

    private static List<Class<?>> recordsIn(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return List.of(parameterized.getActualTypeArguments()).stream()
                    .flatMap(argument -> recordsIn(argument).stream())
                    .toList();
        }
        return type instanceof Class<?> plain && plain.isRecord() ? List.of(plain) : List.of();
    }
}
