package io.playcaller.contracts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * What Jackson could not read, said in terms of the document.
 *
 * @param malformed whether it is no JSON at all, and not only other JSON than was expected
 * @param field JSON pointer; empty for the document as a whole
 */
public record JsonFault(boolean malformed, String field, String expected, String actual) {

    public static JsonFault of(IOException fault) {
        if (fault instanceof JsonMappingException && fault.getCause() instanceof StreamReadException broken) {
            return of(broken);
        }
        if (fault instanceof JsonMappingException mapping) {
            return new JsonFault(false, pointer(mapping), expected(mapping), actual(mapping));
        }
        if (fault instanceof JsonProcessingException broken) {
            return new JsonFault(true, "", "JSON", Shown.of(broken.getOriginalMessage()) + place(broken));
        }
        return new JsonFault(true, "", "JSON", Shown.of(fault.getMessage()));
    }

    private static String place(JsonProcessingException fault) {
        return fault.getLocation() == null
                ? ""
                : " at line " + fault.getLocation().getLineNr() + ", column "
                        + fault.getLocation().getColumnNr();
    }

    private static String pointer(JsonMappingException fault) {
        return fault.getPath().stream()
                .map(step -> PointerStep.to(
                        step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName()))
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
            return Shown.of(format.getValue());
        }
        String cause = fault.getCause() instanceof IllegalArgumentException refused ? refused.getMessage() : null;
        return Shown.of(cause == null ? fault.getOriginalMessage() : cause);
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
}
