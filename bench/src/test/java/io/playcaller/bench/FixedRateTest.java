package io.playcaller.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FixedRateTest {

    private static final int CONNECTIONS = 100;
    private static final byte[] ACCEPTED = "{\"accepted\":1,\"refused\":[]}".getBytes(StandardCharsets.UTF_8);

    private final AtomicInteger inHand = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final CountDownLatch full = new CountDownLatch(CONNECTIONS);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer door;

    /** Answers nobody before as many wait as the sender has connections. */
    @BeforeEach
    void open() throws IOException {
        door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        door.setExecutor(threads);
        door.createContext("/v1/track", exchange -> {
            exchange.getRequestBody().readAllBytes();
            most.accumulateAndGet(inHand.incrementAndGet(), Math::max);
            full.countDown();
            awaitFull();
            inHand.decrementAndGet();
            exchange.sendResponseHeaders(200, ACCEPTED.length);
            exchange.getResponseBody().write(ACCEPTED);
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
    @Timeout(120)
    void whatIsDueWhileAllConnectionsAreInUseWaitsForOne() throws Exception {
        URI address = URI.create("http://127.0.0.1:" + door.getAddress().getPort());
        Sender sender =
                new Sender(new Door(address, "key", ProcessHandle.current().pid()), "run", InstantSource.system());

        Latencies latencies =
                new FixedRate(sender, Shape.TRACK, 3_000, Duration.ofMinutes(1)).run(Duration.ofMillis(100));

        assertThat(most).hasValue(CONNECTIONS);
        assertThat(latencies.quantile(0.5)).isPositive();
    }

    private void awaitFull() throws IOException {
        try {
            if (!full.await(1, TimeUnit.MINUTES)) {
                throw new IOException("the connections were never all in use");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
