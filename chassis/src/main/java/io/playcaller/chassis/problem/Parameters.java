package io.playcaller.chassis.problem;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * Finds the parameter that is not of its type: the framework says only that one is not. A text has no NUL: PostgreSQL keeps every
 * character but this one.
 */
final class Parameters {

    private Parameters() {}

    /** The problem of the first parameter that is at fault. */
    static Optional<Problem> problem(Method method, UriInfo request) {
        return atFault(method, request).map(fault -> Problem.badFields("parameter.mismatch", List.of(fault)));
    }

    /** The first parameter of {@code method}, in its order, that {@code request} gives and that cannot be read. */
    private static Optional<FieldFault> atFault(Method method, UriInfo request) {
        return Arrays.stream(method.getParameters())
                .map(parameter -> fault(parameter, request))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<FieldFault> fault(Parameter parameter, UriInfo request) {
        String name = name(parameter);
        String text = given(parameter, name, request);
        if (text == null || isReadable(parameter.getType(), text)) {
            return Optional.empty();
        }
        if (parameter.getType() == String.class) {
            return Optional.of(new FieldFault(name, "a text without NUL characters", "one with NUL"));
        }
        String expected = parameter.getType() == UUID.class ? "a UUID" : "a whole number of 32 bits";
        return Optional.of(new FieldFault(name, expected, text));
    }

    private static String name(Parameter parameter) {
        QueryParam query = parameter.getAnnotation(QueryParam.class);
        PathParam path = parameter.getAnnotation(PathParam.class);
        if (query != null) {
            return query.value();
        }
        return path != null ? path.value() : parameter.getName();
    }

    private static @Nullable String given(Parameter parameter, String name, UriInfo request) {
        return parameter.isAnnotationPresent(QueryParam.class) || parameter.isAnnotationPresent(RestQuery.class)
                ? request.getQueryParameters().getFirst(name)
                : request.getPathParameters().getFirst(name);
    }

    private static boolean isReadable(Class<?> type, String text) {
        try {
            if (type == String.class) {
                return text.indexOf('\0') < 0;
            }
            if (type == int.class || type == Integer.class) {
                Integer.parseInt(text);
            } else if (type == UUID.class) {
                UUID.fromString(text);
            }
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
