package io.playcaller.ingest.bulk.in;

import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.ingest.config.FixedLimits;
import io.playcaller.ingest.refusal.in.Problems;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The body of an upload: what it is by its headers, and its rows.
 *
 * @param csv else NDJSON
 * @param gzip whether it is compressed
 */
record BulkBody(InputStream sent, boolean csv, boolean gzip) {

    private static final Set<String> CSV = Set.of("text/csv");
    private static final Set<String> NDJSON =
            Set.of("application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines");
    private static final int BUFFER = 65_536;

    private static final int UNSUPPORTED = 415;

    /** @throws ProblemException 415 for what is neither CSV nor NDJSON, and for another encoding than gzip */
    static BulkBody of(HttpHeaders headers, InputStream sent) {
        String type = lower(headers.getHeaderString(HttpHeaders.CONTENT_TYPE))
                .split(";", 2)[0]
                .strip();
        if (!CSV.contains(type) && !NDJSON.contains(type)) {
            throw unsupported("media-type.unknown", HttpHeaders.CONTENT_TYPE, "application/x-ndjson or text/csv", type);
        }
        String encoding = lower(headers.getHeaderString(HttpHeaders.CONTENT_ENCODING));
        if (!Set.of("", "identity", "gzip").contains(encoding)) {
            throw unsupported("encoding.unknown", HttpHeaders.CONTENT_ENCODING, "gzip or absent", encoding);
        }
        return new BulkBody(sent, CSV.contains(type), encoding.equals("gzip"));
    }

    private static String lower(@Nullable String header) {
        return header == null ? "" : header.strip().toLowerCase(Locale.ROOT);
    }

    private static ProblemException unsupported(String code, String header, String expected, String actual) {
        return new ProblemException(Problem.badField(code, header, expected, actual.isEmpty() ? "absent" : actual)
                .under(UNSUPPORTED, "Unsupported media type"));
    }

    /**
     * Begins to read; of a CSV the header is judged before anything else.
     *
     * @param bytes the most of it, uncompressed
     * @param rowBytes the most of a row
     * @param beside what a dead letter says beside each row
     */
    BulkRows rows(BulkKind kind, RowShape.Making shape, long bytes, int rowBytes, Map<String, String> beside)
            throws IOException {
        InputStream body = new LimitedStream(gzip ? new GZIPInputStream(sent, BUFFER) : sent, bytes);
        if (!csv) {
            RowSplitter rows = RowSplitter.lines(body, rowBytes);
            return new BulkRows(kind, rows, RowDecoder.ndjson(), shape.ofObjects(), rowBytes, beside);
        }
        RowSplitter rows = RowSplitter.csv(body, rowBytes);
        List<String> header = header(rows);
        return new BulkRows(kind, rows, new CsvDecoder(header), shape.ofColumns(header), rowBytes, beside);
    }

    private static List<String> header(RowSplitter rows) throws IOException {
        Optional<RowSplitter.Split> first = rows.next();
        if (first.isEmpty() || first.get().length() > FixedLimits.CSV_HEADER_BYTES) {
            throw new ProblemException(Problem.badField(
                    "csv.header",
                    "",
                    "a row of at most " + FixedLimits.CSV_HEADER_BYTES + " bytes with the names of the columns",
                    first.isEmpty() ? "nothing" : "a longer one"));
        }
        return Problems.orThrow(CsvDecoder.cells(first.get().bytes())).stream()
                .map(String::strip)
                .toList();
    }
}
