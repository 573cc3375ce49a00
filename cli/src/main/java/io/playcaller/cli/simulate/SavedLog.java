package io.playcaller.cli.simulate;

import io.playcaller.lab.simulate.LogLine;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/** Writes a log into a file that {@code --events} reads; gzipped where its name ends so. */
final class SavedLog implements Consumer<LogLine>, Closeable {

    private final BufferedWriter writer;

    SavedLog(Path path) throws IOException {
        OutputStream out = Files.newOutputStream(path);
        OutputStream bytes = path.toString().endsWith(".gz") ? new GZIPOutputStream(out) : out;
        this.writer = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public void accept(LogLine line) {
        try {
            writer.write(line.text());
            writer.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
