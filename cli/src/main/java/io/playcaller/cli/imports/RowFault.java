package io.playcaller.cli.imports;

/**
 * Why a row cannot be used.
 *
 * @param code stable; rows are counted by it and the field
 * @param field the field at fault; empty when it is the row
 * @param detail with the value of this row
 */
record RowFault(String code, String field, String detail) {

    static RowFault missing(String field, String column) {
        return new RowFault("field.missing", field, "column %s is empty".formatted(column));
    }

    static RowFault unmapped(String field, String value) {
        return new RowFault("value.unmapped", field, "the mapping has no translation of '%s'".formatted(value));
    }

    static RowFault unreadable(String field, String value, String expected) {
        return new RowFault("value.unreadable", field, "'%s' is not %s".formatted(value, expected));
    }

    /** What rows of the same fault have in common. */
    String key() {
        return field.isEmpty() ? code : code + " " + field;
    }
}
