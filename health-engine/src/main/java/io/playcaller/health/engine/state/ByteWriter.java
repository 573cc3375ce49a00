package io.playcaller.health.engine.state;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.BiConsumer;

/** Compact bytes: numbers as variable-length integers, seven bits a byte. */
final class ByteWriter {

    /** No number takes more. */
    private static final int MOST_BYTES = 10;

    private byte[] bytes = new byte[1024];
    private int size;

    void raw(int value) {
        ensure(1);
        bytes[size++] = (byte) value;
    }

    /** For what is small and not negative. */
    void unsigned(long value) {
        ensure(MOST_BYTES);
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** For what may be negative; the extremes of {@code long} take one byte. */
    void signed(long value) {
        if (value == Long.MAX_VALUE) {
            unsigned(0);
        } else if (value == Long.MIN_VALUE || value == -Long.MAX_VALUE) {
            unsigned(value == Long.MIN_VALUE ? 1 : 2);
        } else {
            unsigned(((value << 1) ^ (value >> 63)) + 3);
        }
    }

    /** All eight bytes. */
    void fixed(long value) {
        bigEndian(value, Long.BYTES);
    }

    void tie(int value) {
        bigEndian(value, Integer.BYTES);
    }

    private void bigEndian(long value, int count) {
        ensure(count);
        for (int shift = (count - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes[size++] = (byte) (value >>> shift);
        }
    }

    void bool(boolean value) {
        raw(value ? 1 : 0);
    }

    void text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        unsigned(utf8.length);
        ensure(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    <T> void all(Collection<T> items, BiConsumer<ByteWriter, T> item) {
        unsigned(items.size());
        if (!items.isEmpty()) {
            for (T each : items) {
                item.accept(this, each);
            }
        }
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }
}
