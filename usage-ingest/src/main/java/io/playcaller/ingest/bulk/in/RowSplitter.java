package io.playcaller.ingest.bulk.in;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * The rows of a body, one after the other, whatever is in them: a row ends with its line, unless a quoted cell of a CSV goes
 * on. Blank rows are none. It holds one row, up to the limit, and a buffer.
 */
final class RowSplitter {

    private static final int BUFFER = 65_536;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final InputStream body;
    private final int limit;
    private final Quotes quotes;
    private final byte[] buffer = new byte[BUFFER];
    private final ByteArrayOutputStream row = new ByteArrayOutputStream();
    private int position;
    private int end;
    private long line = 1;
    private long length;

    private RowSplitter(InputStream body, int limit, Quotes quotes) {
        this.body = body;
        this.limit = limit;
        this.quotes = quotes;
    }

    /** Every line is a row. */
    static RowSplitter lines(InputStream body, int limit) {
        return new RowSplitter(body, limit, new Quotes(false));
    }

    /** Lines within quotes belong to their row. */
    static RowSplitter csv(InputStream body, int limit) {
        return new RowSplitter(body, limit, new Quotes(true));
    }

    /**
     * A row without its line end.
     *
     * @param line on which it begins, from 1
     * @param bytes the first of them, when it is longer than the limit
     * @param length in bytes
     */
    // Read by its decoder and gone; it is never compared.
    @SuppressWarnings("ArrayRecordComponent")
    record Split(long line, byte[] bytes, long length) {

        boolean whole() {
            return bytes.length == length;
        }
    }

    /** Empty at the end of the body; what comes of a body that breaks off is no row. */
    Optional<Split> next() throws IOException {
        while (fill()) {
            Optional<Split> split = ofThisRow();
            if (split.filter(found -> !isBlank(found)).isPresent()) {
                return split;
            }
        }
        return Optional.empty();
    }

    private Optional<Split> ofThisRow() throws IOException {
        long first = line;
        row.reset();
        length = 0;
        quotes.begin();
        while (fill()) {
            byte next = buffer[position++];
            if (next == '\n') {
                line++;
            }
            if (next == '\n' && !quotes.open()) {
                return Optional.of(split(first));
            }
            quotes.meet(next);
            keep(next);
        }
        return Optional.of(split(first));
    }

    private void keep(byte next) {
        length++;
        if (row.size() < limit) {
            row.write(next);
        }
    }

    private Split split(long first) {
        byte[] bytes = row.toByteArray();
        int from = first == 1 && startsWithMark(bytes) ? BYTE_ORDER_MARK.length : 0;
        boolean whole = bytes.length == length;
        int to = whole && bytes.length > from && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        byte[] kept = Arrays.copyOfRange(bytes, from, to);
        return new Split(first, kept, whole ? kept.length : length - from);
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(bytes, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    }

    private static boolean isBlank(Split split) {
        for (byte one : split.bytes()) {
            if (one != ' ' && one != '\t' && one != '\r') {
                return false;
            }
        }
        return split.whole();
    }

    /** Whether there is another byte. */
    private boolean fill() throws IOException {
        while (position == end) {
            end = Math.max(0, body.read(buffer, 0, BUFFER));
            position = 0;
            if (end == 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether a cell's quotes are open (RFC 4180): they open where a cell begins, and a doubled one is part of the text. */
    private static final class Quotes {

        private final boolean inUse;
        private boolean open;
        private boolean justClosed;
        private boolean atCell;

        private Quotes(boolean inUse) {
            this.inUse = inUse;
        }

        void begin() {
            open = false;
            justClosed = false;
            atCell = true;
        }

        boolean open() {
            return open;
        }

        void meet(byte next) {
            if (inUse) {
                boolean opens = next == '"' && !open && (atCell || justClosed);
                justClosed = next == '"' && open;
                open = opens || (open && !justClosed);
                atCell = next == ',' && !open;
            }
        }
    }
}
