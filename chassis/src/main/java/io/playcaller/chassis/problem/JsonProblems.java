package io.playcaller.chassis.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What Jackson could not read, said in terms of the body. */
public final class JsonProblems {

    private static final int SHOWN = 200;

    private JsonProblems() {}

    /** 400: the body is no JSON, or not the JSON that was expected; the field is a JSON pointer. */
    public static Problem of(JsonProcessingException fault) {
        if (fault instanceof JsonMappingException && fault.getCause() instanceof StreamReadException broken) {
            return of(broken);
        }
        if (fault instanceof JsonMappingException mapping) {
            return Problem.badField("json.mismatch", pointer(mapping), expected(mapping), actual(mapping));
        }
        String place = fault.getLocation() == null
                ? ""
                : " at line " + fault.getLocation().getLineNr() + ", column "
                        + fault.getLocation().getColumnNr();
        return Problem.badField("json.malformed", "", "JSON", fault.getOriginalMessage() + place);
    }

    private static String pointer(JsonMappingException fault) {
        return fault.getPath().stream()
                .map(step -> "/"
                        + (step.getFieldName() == null
                                ? Integer.toString(step.getIndex())
                                : step.getFieldName().replace("~", "~0").replace("/", "~1")))
                .collect(Collectors.joining());
    }

    private static String expected(JsonMappingException fault) {
        if (fault instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return kind(mismatch.getTargetType());
        }
        return "a value that is allowed here";
    }

    private static String actual(JsonMappingException fault) {
        if (fault instanceof InvalidFormatException format) {
            return shown(format.getValue());
        }
        String cause = fault.getCause() instanceof IllegalArgumentException refused ? refused.getMessage() : null;
        return shown(cause == null ? fault.getOriginalMessage() : cause);
    }

    private static String kind(Class<?> type) {
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        if (type == String.class) {
            return "a text";
        }
        if (type == Instant.class) {
            return "a time such as 2026-01-31T09:00:00Z";
        }
        return Collection.class.isAssignableFrom(type) || type.isArray() ? "a list" : "an object";
    }

    private static String shown(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
