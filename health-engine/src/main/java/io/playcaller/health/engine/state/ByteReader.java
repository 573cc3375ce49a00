package io.playcaller.health.engine.state;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads what {@link ByteWriter} wrote; the first byte is the version. */
final class ByteReader {

    private final byte[] bytes;
    private final int version;
    private int at;

    ByteReader(byte[] bytes) {
        this.bytes = bytes;
        this.version = raw();
    }

    int version() {
        return version;
    }

    int raw() {
        return bytes[at++] & 0xff;
    }

    long unsigned() {
        int first = raw();
        return first < 0x80 ? first : longer(first & 0x7f);
    }

    /** Most numbers take one byte: this is about the others. */
    private long longer(long first) {
        long value = first;
        for (int shift = 7; ; shift += 7) {
            int b = raw();
            value |= (long) (b & 0x7f) << shift;
            if (b < 0x80) {
                return value;
            }
        }
    }

    int integer() {
        return Math.toIntExact(unsigned());
    }

    long signed() {
        long value = unsigned();
        if (value >= 0 && value < 3) {
            return value == 0 ? Long.MAX_VALUE : value == 1 ? Long.MIN_VALUE : -Long.MAX_VALUE;
        }
        long zigzag = value - 3;
        return (zigzag >>> 1) ^ -(zigzag & 1);
    }

    long fixed() {
        return bigEndian(Long.BYTES);
    }

    int tie() {
        return (int) bigEndian(Integer.BYTES);
    }

    private long bigEndian(int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = (value << Byte.SIZE) | raw();
        }
        return value;
    }

    boolean bool() {
        return raw() != 0;
    }

    String text() {
        int length = integer();
        String value = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return value;
    }

    /** How many things follow. Each takes a byte at least, so that damaged bytes never ask for more memory than they are. */
    int count() {
        int count = integer();
        if (count < 0 || count > bytes.length - at) {
            throw new IllegalArgumentException(count + " items in " + (bytes.length - at) + " bytes");
        }
        return count;
    }

    <T> List<T> all(Function<ByteReader, T> item) {
        int size = count();
        if (size == 0) {
            return List.of();
        }
        List<T> items = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            items.add(item.apply(this));
        }
        return items;
    }

    boolean atEnd() {
        return at == bytes.length;
    }
}
