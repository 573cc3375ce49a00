package io.playcaller.mapping;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of one row, read and shifted. What the kind requires is there. */
public record Values(String id, Map<String, Object> byField) {

    public String text(String field) {
        return (String) present(field);
    }

    public @Nullable String optionalText(String field) {
        return (String) byField.get(field);
    }

    public LocalDate date(String field) {
        return (LocalDate) present(field);
    }

    public @Nullable LocalDate optionalDate(String field) {
        return (LocalDate) byField.get(field);
    }

    public Instant time(String field) {
        return (Instant) present(field);
    }

    public @Nullable Instant optionalTime(String field) {
        return (Instant) byField.get(field);
    }

    public long number(String field) {
        return (Long) present(field);
    }

    public long number(String field, long otherwise) {
        return (Long) byField.getOrDefault(field, otherwise);
    }

    public @Nullable Integer optionalInteger(String field) {
        Long number = (Long) byField.get(field);
        return number == null ? null : Math.toIntExact(number);
    }

    public boolean bool(String field, boolean otherwise) {
        return (Boolean) byField.getOrDefault(field, otherwise);
    }

    public @Nullable Boolean optionalBool(String field) {
        return (Boolean) byField.get(field);
    }

    private Object present(String field) {
        Object value = byField.get(field);
        if (value == null) {
            throw new IllegalStateException("field " + field + " of a row is missing, though its kind requires it");
        }
        return value;
    }
}
