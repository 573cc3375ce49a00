package io.playcaller.ingest.bulk.in;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.ingest.bulk.BulkRow;
import io.playcaller.ingest.bulk.Wanted;
import io.playcaller.ingest.bulk.in.RowDecoder.Decoded;
import io.playcaller.ingest.bulk.in.RowSplitter.Split;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.json.JsonFields;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import io.playcaller.ingest.source.KeyMask;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The rows of an upload, in sets that are small enough to be held. */
final class BulkRows {

    private static final Logger LOG = Logger.getLogger(BulkRows.class);

    /** Rows that are stored together. */
    static final int SET_ROWS = 500;

    /** Bytes of rows beyond which a set takes no further one. */
    private static final int SET_BYTES = 1_000_000;

    private static final int MOVEMENT_BYTES = 200;

    private final BulkKind kind;
    private final RowSplitter rows;
    private final RowDecoder decoder;
    private final RowShape shape;
    private final int rowBytes;
    private final Map<String, String> beside;

    /** @param beside what a dead letter says beside each row */
    BulkRows(
            BulkKind kind,
            RowSplitter rows,
            RowDecoder decoder,
            RowShape shape,
            int rowBytes,
            Map<String, String> beside) {
        this.kind = kind;
        this.rows = rows;
        this.decoder = decoder;
        this.shape = shape;
        this.rowBytes = rowBytes;
        this.beside = Map.copyOf(beside);
    }

    /** The next set; empty at the end of the body. */
    List<BulkRow> next() throws IOException {
        List<BulkRow> set = new ArrayList<>();
        long bytes = 0;
        while (set.size() < SET_ROWS && bytes < SET_BYTES) {
            Optional<Split> split = rows.next();
            if (split.isEmpty()) {
                break;
            }
            bytes += split.get().bytes().length;
            BulkRow row = read(split.get());
            bytes += made(row);
            set.add(row);
        }
        return set;
    }

    /** Bytes that a mapping added: of a contract of a century, by the month, it makes 1,200 movements. */
    private static long made(BulkRow row) {
        return row.wanted() instanceof Step.Kept<Wanted> kept
                        && kept.value() instanceof Wanted.OfTheRegister wanted
                        && wanted.entry().record() instanceof ContractRecord contract
                ? (long) contract.movements().size() * MOVEMENT_BYTES
                : 0;
    }

    private BulkRow read(Split split) {
        Decoded decoded = decoder.decode(split.bytes());
        if (!split.whole()) {
            return row(split, null, decoded.kept(), Step.refused(Refusal.tooLarge(rowBytes, split.length())));
        }
        Step<ObjectNode> body = guarded(() -> decoded.fields().then(shape::body));
        String id = body instanceof Step.Kept<ObjectNode> kept ? idOf(kept.value()) : statedId(decoded);
        return row(split, id, decoded.kept(), guarded(() -> body.then(this::wanted)));
    }

    /** A row that our own code stumbles over is refused, and stops nobody else's. */
    private static <T> Step<T> guarded(Supplier<Step<T>> reading) {
        try {
            return reading.get();
        } catch (RuntimeException fault) {
            LOG.error("a row of an upload met a fault of ours", fault);
            return Step.refused(Refusal.incident("row"));
        }
    }

    /** Null for what cannot be one. */
    private @Nullable String idOf(ObjectNode body) {
        JsonNode id = body.path(kind.idField());
        return usable(id.isTextual() || id.isIntegralNumber() ? id.asText().strip() : "");
    }

    private @Nullable String statedId(Decoded decoded) {
        String id = decoded.fields() instanceof Step.Kept<ObjectNode> kept ? shape.id(kept.value()) : null;
        return id == null ? null : usable(id);
    }

    private static @Nullable String usable(String id) {
        return id.isEmpty() || id.length() > JsonFields.MAX_TEXT ? null : id;
    }

    private Step<Wanted> wanted(ObjectNode body) {
        return JsonFields.reading(body, fields -> new Head(fields.text(kind.idField()), seen(fields)))
                .then(head -> kind.read(head.id(), body.without(RowShape.IF_MATCH), head.seen()));
    }

    private record Head(String id, OptionalLong seen) {}

    private static OptionalLong seen(JsonFields fields) {
        Long version = fields.optionalInteger(RowShape.IF_MATCH, 0, Long.MAX_VALUE);
        return version == null ? OptionalLong.empty() : OptionalLong.of(version);
    }

    private BulkRow row(Split split, @Nullable String id, Supplier<byte[]> kept, Step<Wanted> wanted) {
        Map<String, String> attributes = new HashMap<>(beside);
        if (id != null) {
            attributes.put(kind.idField(), KeyMask.mask(id));
        }
        if (!split.whole()) {
            attributes.put(DeadLetter.CUT_FROM_BYTES, Long.toString(split.length()));
        }
        return new BulkRow(
                split.line(), id, () -> RawItem.whole(MediaType.APPLICATION_JSON, kept.get(), attributes), wanted);
    }
}
