package io.playcaller.ingest.bulk.in;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that fails at the first byte beyond its limit. */
final class LimitedStream extends FilterInputStream {

    /** The limit was reached. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1;
    }

    private long left;

    LimitedStream(InputStream in, long limit) {
        super(in);
        this.left = limit;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        left -= Math.max(0, read);
        if (left < 0) {
            throw new TooLargeException();
        }
        return read;
    }

    /** Of the request's own stream: whoever opened it closes it, when the answer is given. */
    @Override
    public void close() {}
}
