package io.playcaller.chassis.problem;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Finds the parameter that is not of its type: the framework says only that one is not. */
final class Parameters {

    private Parameters() {}

    /** The first parameter of {@code method}, in its order, that {@code request} gives and that cannot be read. */
    static Optional<FieldFault> atFault(Method method, UriInfo request) {
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
