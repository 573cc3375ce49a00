package io.playcaller.health.engine.state;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.BiConsumer;

/** Compact bytes: numbers as variable-length integers, seven bits a byte. */
final class ByteWriter {

    private byte[] bytes = new byte[1024];
    private int size;

    void raw(int value) {
        ensure(1);
        bytes[size++] = (byte) value;
    }

    /** For what is small and not negative. */
    void unsigned(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            raw((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        raw((int) rest);
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
        for (int shift = 56; shift >= 0; shift -= 8) {
            raw((int) (value >>> shift));
        }
    }

    void tie(int value) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            raw(value >>> shift);
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
        items.forEach(each -> item.accept(this, each));
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }
}
