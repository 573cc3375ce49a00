package io.playcaller.ingest.door.validate;

/**
 * Something of an event that is taken all the same.
 *
 * @param code stable, such as {@code field.ignored}
 * @param field as its sender calls it
 */
public record Warning(String code, String field, String detail) {

    static final String ID_ASSIGNED = "id.assigned";
    static final String TIME_ASSUMED = "time.assumed";
    static final String TIME_AHEAD = "time.ahead";
    static final String FIELD_IGNORED = "field.ignored";
}
