package io.playcaller.ingest.bulk.in;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.playcaller.contracts.WireJson;
import io.playcaller.ingest.json.JsonFields;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads rows of a CSV (RFC 4180, UTF-8): a cell is a text under the name of its column. */
final class CsvDecoder implements RowDecoder {

    private final List<String> header;

    CsvDecoder(List<String> header) {
        this.header = List.copyOf(header);
    }

    @Override
    public Decoded decode(byte[] row) {
        Step<ObjectNode> fields = cells(row).then(this::named);
        return new Decoded(() -> WireJson.write(kept(row)), fields);
    }

    /** The cells of a row: of the first one the header. */
    static Step<List<String>> cells(byte[] row) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(row))
                    .toString();
            return Step.kept(cells(CsvReader.builder(), text));
        } catch (CharacterCodingException e) {
            return unreadable("UTF-8", "other bytes");
        } catch (CsvParseException e) {
            return unreadable("CSV as RFC 4180 has it", String.valueOf(e.getMessage()));
        }
    }

    private static List<String> cells(CsvReader.CsvReaderBuilder settings, String row) {
        return settings.ofSingleCsvRecord(row).getFields();
    }

    private Step<ObjectNode> named(List<String> cells) {
        return cells.size() == header.size()
                ? Step.kept(fields(cells))
                : unreadable(header.size() + " cells, as the header has", cells.size() + " cells");
    }

    private ObjectNode fields(List<String> cells) {
        ObjectNode fields = WireJson.mapper().createObjectNode();
        for (int i = 0; i < cells.size(); i++) {
            fields.put(i < header.size() ? header.get(i) : "cell " + (i + 1), cells.get(i));
        }
        return fields;
    }

    /** As much of it as can be told apart, also of a row that is none: whom it names must be found. */
    private ObjectNode kept(byte[] row) {
        String text = new String(row, StandardCharsets.UTF_8);
        try {
            return fields(cells(CsvReader.builder().allowExtraCharsAfterClosingQuote(true), text));
        } catch (CsvParseException e) {
            return WireJson.mapper().createObjectNode().put("row", text);
        }
    }

    private static <T> Step<T> unreadable(String expected, String actual) {
        return Step.refused(Refusal.field(Refusal.CSV_UNREADABLE, "", expected, JsonFields.brief(actual)));
    }
}
