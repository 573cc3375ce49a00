package io.playcaller.router.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.router.delivery.person.Digest;
import io.playcaller.router.delivery.person.TaskNote;
import io.playcaller.router.signal.KnownSignal;
import io.playcaller.router.task.Task;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of signals and tasks, and what tools are sent, has no room for a person of the customer. */
class PersonalDataTest {

    private static final Set<String> OF_THE_CUSTOMER = Set.of(
            "personId", "personIds", "userId", "userIds", "anonymousId", "contact", "contacts", "phone", "comment");

    /** Names and addresses are those of our own people. */
    private static final Set<Class<?>> OUR_PEOPLE = Set.of(TaskMessage.Person.class);

    @ParameterizedTest
    @ValueSource(
            classes = {TaskMessage.class, ToolTask.class, Task.class, KnownSignal.class, TaskNote.class, Digest.class})
    void nobodyOfTheCustomerIsNamed(Class<?> type) {
        assertThat(components(type, new HashSet<>())).doesNotContainAnyElementsOf(OF_THE_CUSTOMER);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {TaskMessage.class, ToolTask.class, Task.class, KnownSignal.class, TaskNote.class, Digest.class})
    void addressesAreThoseOfOurPeople(Class<?> type) {
        assertThat(components(type, new HashSet<>(OUR_PEOPLE))).doesNotContain("email");
    }

    private static List<String> components(Class<?> type, Set<Class<?>> seen) {
        List<String> names = new ArrayList<>();
        if (seen.add(type)) {
            for (RecordComponent component : type.getRecordComponents()) {
                names.add(component.getName());
                recordsIn(component.getGenericType()).forEach(nested -> names.addAll(components(nested, seen)));
            }
        }
        return names;
    }

    private static Stream<Class<?>> recordsIn(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return Stream.of(parameterized.getActualTypeArguments()).flatMap(PersonalDataTest::recordsIn);
        }
        return type instanceof Class<?> plain && plain.isRecord() ? Stream.of(plain) : Stream.empty();
    }
}
