package io.playcaller.testkit.arch;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.Source;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The texts of a class, read from the constant pool of its file (Java Virtual Machine Specification, 4.4). */
final class StringConstants {

    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;

    private StringConstants() {}

    static List<String> of(JavaClass type) {
        Source source = type.getSource().orElse(null);
        if (source == null) {
            return List.of();
        }
        try (DataInputStream in = new DataInputStream(
                new BufferedInputStream(source.getUri().toURL().openStream()))) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(type.getFullName(), e);
        }
    }

    private static List<String> read(DataInputStream in) throws IOException {
        in.skipNBytes(8);
        int count = in.readUnsignedShort();
        List<String> texts = new ArrayList<>();
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            if (tag == UTF8) {
                texts.add(in.readUTF());
            } else {
                in.skipNBytes(lengthOf(tag));
                i += tag == LONG || tag == DOUBLE ? 1 : 0;
            }
        }
        return texts;
    }

    private static int lengthOf(int tag) {
        return switch (tag) {
            case 7, 8, 16, 19, 20 -> 2;
            case 15 -> 3;
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
            case LONG, DOUBLE -> 8;
            default -> throw new IllegalStateException("constant of kind " + tag);
        };
    }
}
