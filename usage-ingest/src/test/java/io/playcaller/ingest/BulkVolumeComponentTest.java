package io.playcaller.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.WireJson;
import io.playcaller.testkit.PlaycallerStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A body of a gigabyte without a length ({@code -Dbulk.megabytes=}): memory stays where it was. */
@Tag("long")
@QuarkusTest
@WithTestResource(value = PlaycallerStack.class, initArgs = @ResourceArg(name = "schema", value = "ingest"))
class BulkVolumeComponentTest {

    private static final int ACCOUNTS = 20_000;
    private static final int ROWS_OF_A_PART = 1_000;
    private static final long MEGABYTE = 1 << 20;
    private static final long BYTES = Long.getLong("bulk.megabytes", 1_000) * MEGABYTE;

    /** A set, its trees and its records; what else the service and its clients do in the same process. */
    private static final long MOST_GROWTH = 150 * MEGABYTE;

    @Test
    void memoryDoesNotGrowWithTheBody() throws Exception {
        byte[] part = part(0);
        long parts = BYTES / part.length;
        long before = usedHeap();
        long began = System.nanoTime();
        CompletableFuture<HttpResponse<byte[]>> answer = HttpClient.newHttpClient()
                .sendAsync(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v1/bulk/accounts"))
                                .header("Authorization", "Basic " + Door.base64("crm-key:"))
                                .header("Content-Type", "application/x-ndjson")
                                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body(parts)))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());

        long most = before;
        while (!answer.isDone()) {
            most = Math.max(most, usedHeap());
            waitFor(answer, Duration.ofSeconds(2));
        }

        Duration took = Duration.ofNanos(System.nanoTime() - began);
        assertThat(answer.get().statusCode()).isEqualTo(200);
        var told = WireJson.mapper().readTree(answer.get().body());
        System.out.printf(
                "bulk: %d MB, %d rows (%d created) in %d s, %d rows/s; heap %d MB before, %d MB at most%n",
                parts * part.length / MEGABYTE,
                told.get("rows").asLong(),
                told.get("created").asLong(),
                took.toSeconds(),
                told.get("rows").asLong() * 1_000 / Math.max(1, took.toMillis()),
                before / MEGABYTE,
                most / MEGABYTE);
        assertThat(told.get("rows").asLong()).isEqualTo(parts * ROWS_OF_A_PART);
        assertThat(told.get("refused").asLong()).isZero();
        assertThat(most).isLessThan(before + MOST_GROWTH);
    }

    private static void waitFor(CompletableFuture<?> answer, Duration wait) throws Exception {
        try {
            answer.get(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException notYet) {
            return;
        }
    }

    private static InputStream body(long parts) {
        Iterator<InputStream> each = LongStream.range(0, parts)
                .<InputStream>mapToObj(part -> new ByteArrayInputStream(part(part)))
                .iterator();
        return new SequenceInputStream(new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return each.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return each.next();
            }
        });
    }

    private static byte[] part(long part) {
        return IntStream.range(0, ROWS_OF_A_PART)
                .mapToObj(row -> """
                        {"accountId":"bv-%05d","name":"Volume Trading and Sons %05d","industry":"manufacturing",\
                        "region":"EMEA","country":"DE","zone":"Europe/Berlin","strategic":false,"parents":[]}
                        """.formatted((part * ROWS_OF_A_PART + row) % ACCOUNTS, row))
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
