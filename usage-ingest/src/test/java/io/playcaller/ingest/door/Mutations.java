package io.playcaller.ingest.door;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Breaks good bodies: some pieces put in, taken out or changed, now and then in another encoding. */
public final class Mutations {

    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "null",
        "true",
        "-1",
        "1e999",
        "\\u0000",
        "\\ud800",
        "\u0000",
        "\uFEFF",
        "{}",
        "[]",
        "\"\"",
        "9999999999999999999999",
        "0.5"
    };

    private Mutations() {}

    public static byte[] of(String good, Random random) {
        StringBuilder text = new StringBuilder(good);
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
                case 1 -> text.deleteCharAt(at);
                default -> text.setCharAt(at, (char) random.nextInt(256));
            }
        }
        byte[] bytes =
                text.toString().getBytes(random.nextInt(50) == 0 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
        if (random.nextInt(4) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}
