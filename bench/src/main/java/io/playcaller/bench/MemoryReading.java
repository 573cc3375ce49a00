package io.playcaller.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/**
 * Reads what a service of this machine holds: lets it collect its garbage ({@code jcmd}, which a JDK brings along), and asks then
 * its metrics and the operating system. Nothing should be under way meanwhile: it would count as held.
 */
public final class MemoryReading {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int UNITS_OF_PS = 1024;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI metrics;
    private final long pid;

    MemoryReading(Door door) {
        this(door.ingest(), door.pid());
    }

    /** @param service its address */
    public MemoryReading(URI service, long pid) {
        this.metrics = service.resolve("/q/metrics");
        this.pid = pid;
    }

    /** @throws IOException when the process, its metrics or a program that asks for them does not answer */
    public Memory read() throws IOException, InterruptedException {
        Jcmd.run(pid, "GC.run");
        String said = said();
        return new Memory(
                Long.parseLong(Jcmd.output(List.of("ps", "-o", "rss=", "-p", Long.toString(pid)))
                                .strip())
                        * UNITS_OF_PS,
                sum(said, "jvm_memory_used_bytes{area=\"heap\""),
                sum(said, "jvm_threads_live_threads"));
    }

    private String said() throws IOException, InterruptedException {
        var answer = http.send(HttpRequest.newBuilder(metrics).timeout(LIMIT).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("%s answered %d".formatted(metrics, answer.statusCode()));
        }
        return answer.body();
    }

    /** Of all lines of a metric: one a pool of the heap. */
    private static long sum(String metrics, String metric) throws IOException {
        List<String> lines =
                metrics.lines().filter(line -> line.startsWith(metric)).toList();
        if (lines.isEmpty()) {
            throw new IOException("the metrics say nothing of " + metric);
        }
        return lines.stream()
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
