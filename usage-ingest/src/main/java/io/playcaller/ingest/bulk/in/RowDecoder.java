package io.playcaller.ingest.bulk.in;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.ingest.json.DoorJson;
import io.playcaller.ingest.json.JsonFields;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.util.function.Supplier;

/** Reads a row as the fields that it has. */
interface RowDecoder {

    Decoded decode(byte[] row);

    /**
     * A row that was read.
     *
     * @param kept what a dead letter keeps of it, as JSON as far as it is any: ids and addresses of people are found in that
     * @param fields by name, or why there are none
     */
    record Decoded(Supplier<byte[]> kept, Step<ObjectNode> fields) {}

    /** NDJSON: each line is an object. */
    static RowDecoder ndjson() {
        return row -> new Decoded(
                () -> row,
                DoorJson.parse(row)
                        .then(json -> json instanceof ObjectNode object
                                ? Step.kept(object)
                                : Step.refused(Refusal.field(
                                        Refusal.UNREADABLE, "", "a JSON object", JsonFields.brief(json)))));
    }
}
