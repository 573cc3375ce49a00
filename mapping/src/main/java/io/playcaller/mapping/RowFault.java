package io.playcaller.mapping;

/**
 * Why a row cannot be used.
 *
 * @param code stable; rows are counted by it and the field
 * @param field the field at fault; empty when it is the row
 * @param detail with the value of this row
 * @param expected what would have been usable
 * @param actual what the row has; empty when nothing
 */
public record RowFault(String code, String field, String detail, String expected, String actual) {

    public static final String MISSING = "field.missing";
    public static final String UNMAPPED = "value.unmapped";
    public static final String UNREADABLE = "value.unreadable";

    /** Of the row as a whole. */
    public static RowFault ofRow(String code, String detail) {
        return new RowFault(code, "", detail, "", "");
    }

    static RowFault missing(String field, String column) {
        return new RowFault(MISSING, field, "column %s is empty".formatted(column), "a value in column " + column, "");
    }

    static RowFault unmapped(String field, String value) {
        return new RowFault(
                UNMAPPED,
                field,
                "the mapping has no translation of '%s'".formatted(value),
                "a value that the mapping translates",
                value);
    }

    static RowFault unreadable(String field, String value, String expected) {
        return new RowFault(UNREADABLE, field, "'%s' is not %s".formatted(value, expected), expected, value);
    }

    /** What rows of the same fault have in common. */
    public String key() {
        return field.isEmpty() ? code : code + " " + field;
    }
}
