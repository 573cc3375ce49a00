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
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MemoryBenchTest {

    private HttpServer door;
    private volatile String metrics = """
            jvm_memory_used_bytes{area="heap",id="Eden Space"} 1.0E6
            jvm_memory_used_bytes{area="heap",id="Tenured Gen"} 2500000.0
            jvm_memory_used_bytes{area="nonheap",id="Metaspace"} 7.0E7
            jvm_threads_live_threads 53.0
            """;

    @BeforeEach
    void open() throws IOException {
        door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/v1/track", () -> "{\"accepted\":1,\"duplicates\":0,\"refused\":[]}");
        answer("/q/metrics", () -> metrics);
        door.start();
    }

    private void answer(String path, Supplier<String> answer) {
        door.createContext(path, exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] body = answer.get().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    @AfterEach
    void close() {
        door.stop(0);
    }

    @Test
    void whatIsHeldAfterEachMinuteIsTold() throws Exception {
        List<Integer> minutes = new ArrayList<>();

        List<Memory> held = bench().measure(Shape.TRACK, 50, 2, (minute, memory) -> minutes.add(minute));

        assertThat(minutes).containsExactly(1, 2);
        assertThat(held).hasSize(2).allSatisfy(memory -> {
            assertThat(memory.heapBytes()).isEqualTo(3_500_000);
            assertThat(memory.threads()).isEqualTo(53);
            assertThat(memory.residentBytes()).isGreaterThan(10_000_000);
        });
    }

    @Test
    void aServiceThatSaysNothingOfItsHeapEndsTheMeasurement() {
        metrics = "jvm_threads_live_threads 53.0\n";

        assertThatThrownBy(() -> bench().measure(Shape.TRACK, 50, 2, (minute, memory) -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("jvm_memory_used_bytes");
    }

    /** The service whose process is looked at is this test. */
    private MemoryBench bench() {
        URI address = URI.create("http://localhost:" + door.getAddress().getPort());
        Door measured = new Door(address, "pk_test", ProcessHandle.current().pid());
        return new MemoryBench(measured, "run", InstantSource.system(), Duration.ofMillis(200));
    }
}
