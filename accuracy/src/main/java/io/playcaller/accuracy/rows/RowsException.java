package io.playcaller.accuracy.rows;

import java.util.List;

/** A file that cannot be evaluated; the message lists its faults, one a line, each with file, line and column. */
public final class RowsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RowsException(List<String> faults) {
        super(String.join("\n", faults));
    }

    public RowsException(String fault, Throwable cause) {
        super(fault, cause);
    }
}
