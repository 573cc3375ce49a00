package io.playcaller.cli.imports;

import de.siegmar.fastcsv.reader.NamedCsvRecord;

/** A row of a file: text by column, empty where there is nothing. */
interface Row {

    /** @throws java.util.NoSuchElementException for a column that the header does not have */
    String text(String column);

    static Row of(NamedCsvRecord record) {
        return column -> record.findField(column).orElse("").strip();
    }
}
