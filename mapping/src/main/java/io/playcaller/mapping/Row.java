package io.playcaller.mapping;

/** A row of a file: text by column, empty where there is nothing. */
public interface Row {

    /** @throws java.util.NoSuchElementException for a column that the header does not have */
    String text(String column);
}
