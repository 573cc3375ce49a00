package io.playcaller.lab.simulate;

import io.playcaller.accuracy.rows.RowsException;
import io.playcaller.contracts.Event;
import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.UnreadableEventException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** A log in a file of {@link LogLine}s, plain or gzipped; the lines of a partition stand in its order. */
public final class LogFile implements LogSource {

    private final Path path;

    public LogFile(Path path) {
        this.path = path;
    }

    @Override
    public List<Integer> partitions() {
        TreeSet<Integer> partitions = new TreeSet<>();
        lines(line -> partitions.add(line.partition()));
        if (partitions.isEmpty()) {
            throw new RowsException(List.of(path + ": has no line"));
        }
        return List.copyOf(partitions);
    }

    @Override
    public long forEach(int partition, Consumer<Event<?>> each) {
        long[] unreadable = new long[1];
        lines(line -> {
            if (line.partition() == partition) {
                try {
                    EventCodec.read(line.headers(), line.bytes()).ifPresent(each);
                } catch (UnreadableEventException e) {
                    unreadable[0]++;
                }
            }
        });
        return unreadable[0];
    }

    private void lines(Consumer<LogLine> each) {
        int number = 0;
        try (BufferedReader reader = open()) {
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                number++;
                if (!text.isBlank()) {
                    each.accept(LogLine.parse(text));
                }
            }
        } catch (IOException e) {
            throw new RowsException(List.of("cannot read " + path + ": " + e));
        } catch (IllegalArgumentException e) {
            throw new RowsException(List.of(path + ":" + number + " " + e.getMessage()));
        }
    }

    private BufferedReader open() throws IOException {
        InputStream in = Files.newInputStream(path);
        InputStream plain = path.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
        return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
    }
}
