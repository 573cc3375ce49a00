package io.playcaller.mapping;

/**
 * A value of another file: of its row whose {@code key} column has what this row has in {@code by}.
 *
 * @param file the other file, by its name in the mapping
 * @param key the column there that is looked for
 * @param column the column there that is taken
 * @param by the column here
 */
public record Lookup(String file, String key, String column, String by) {

    /** The index that answers it: several lookups may share one. */
    public Index index() {
        return new Index(file, key, column);
    }

    /** What is looked for where. */
    public record Index(String file, String key, String column) {}
}
