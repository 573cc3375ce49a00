package io.playcaller.cli.run;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads what is added to a log file; starts over when the file was set aside for a new one. */
final class LogFollower {

    private final Path log;
    private long position;

    private LogFollower(Path log, long position) {
        this.log = log;
        this.position = position;
    }

    static LogFollower atEndOf(Path log) {
        try {
            return new LogFollower(log, Files.exists(log) ? Files.size(log) : 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole lines that were added since it was asked last. */
    List<String> newLines() {
        if (!Files.exists(log)) {
            return List.of();
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long length = file.length();
            position = length < position ? 0 : position;
            byte[] added = new byte[(int) Math.min(length - position, 1 << 20)];
            file.seek(position);
            file.readFully(added);
            int whole = lastLineEnd(added) + 1;
            position += whole;
            return new String(added, 0, whole, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int lastLineEnd(byte[] text) {
        for (int at = text.length - 1; at >= 0; at--) {
            if (text[at] == '\n') {
                return at;
            }
        }
        return -1;
    }
}
