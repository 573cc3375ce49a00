package io.playcaller.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DoorBenchTest {

    private final AtomicLong requests = new AtomicLong();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private HttpServer door;
    private volatile String answer = "{\"accepted\":100,\"duplicates\":0,\"refused\":[]}";

    @BeforeEach
    void open() throws IOException {
        door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        door.setExecutor(threads);
        door.createContext("/v1/batch", exchange -> {
            exchange.getRequestBody().readAllBytes();
            requests.incrementAndGet();
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        door.start();
    }

    @AfterEach
    void close() {
        door.stop(0);
        threads.shutdownNow();
    }

    @Test
    void everyEventThatIsCountedWasAccepted() throws Exception {
        DoorFigures figures = bench().measure(Shape.GZIP, 2, step -> {});

        Work work = figures.fullSpeed();
        assertThat(work.events()).isPositive().isLessThan(requests.get() * Shape.GZIP.events());
        assertThat(figures.offered()).isLessThan(work.eventsPerSecond());
        assertThat(figures.latencies().quantile(0.5)).isPositive();
    }

    @Test
    void aRefusedEventEndsTheMeasurement() {
        answer = "{\"accepted\":99,\"duplicates\":0,\"refused\":[{}]}";

        assertThatThrownBy(() -> bench().measure(Shape.BATCH, 2, step -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("\"accepted\":99");
    }

    @Test
    void eachSliceSaysWhatAnEventCost() throws Exception {
        List<String> said = new ArrayList<>();

        bench().measure(Shape.BATCH, 2, said::add);

        assertThat(said).hasSize(3);
        assertThat(said.get(0)).matches("batch of 100: warming up, \\d+\\.\\d µs an event");
        assertThat(said.get(1)).matches("batch of 100: full speed, \\d+\\.\\d µs an event, \\d+ events a second");
    }

    @Test
    @Timeout(120)
    void aRequestThatCannotBeMadeEndsTheMeasurement() {
        AtomicLong asked = new AtomicLong();
        InstantSource stops = () -> {
            if (asked.incrementAndGet() > 5) {
                throw new IllegalStateException("the clock stands still");
            }
            return Instant.EPOCH;
        };

        assertThatThrownBy(() -> bench(stops).measure(Shape.BATCH, 2, step -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the clock stands still");
    }

    private DoorBench bench() {
        return bench(InstantSource.system());
    }

    private DoorBench bench(InstantSource clock) {
        URI address = URI.create("http://127.0.0.1:" + door.getAddress().getPort());
        long own = ProcessHandle.current().pid();
        Duration part = Duration.ofMillis(200);
        return new DoorBench(new Door(address, "key", own), "run", part, part, Duration.ofMinutes(1), clock);
    }
}
