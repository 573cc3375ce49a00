package io.playcaller.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Kafka, PostgreSQL and Redis together. They start in parallel; if one does not start, the others are stopped again. They
 * stop one after the other: Kafka, then Redis, then PostgreSQL.
 *
 * @param startTook from the call until the last of them answered
 */
public record BackingServices(EmbeddedKafka kafka, EmbeddedPostgres postgres, EmbeddedRedis redis, Duration startTook)
        implements AutoCloseable {

    /**
     * Starts the three and returns when all answer.
     *
     * @param listener hears of each step, from several threads
     * @throws BackingServiceException of the first that does not start, with those of the others suppressed
     */
    public static BackingServices start(BackingSettings settings, StartListener listener) {
        Stopwatch watch = new Stopwatch();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            var kafka = launch(
                    threads,
                    listener,
                    "Kafka",
                    () -> EmbeddedKafka.start(settings.directory().resolve("kafka"), settings.kafkaPort()));
            var postgres = launch(
                    threads, listener, "PostgreSQL", () -> EmbeddedPostgres.start(settings.postgres(), listener));
            var redis = launch(
                    threads,
                    listener,
                    "Redis",
                    () -> EmbeddedRedis.start(settings.directory().resolve("redis"), settings.redisPort(), listener));
            awaitAll(List.of(kafka, postgres, redis));
            return new BackingServices(kafka.join(), postgres.join(), redis.join(), watch.elapsed());
        } finally {
            threads.shutdown();
        }
    }

    /**
     * Ends the servers that a killed run left below a directory.
     *
     * @param directory as in {@link BackingSettings#directory()}
     * @return the names of those that ran
     * @throws BackingServiceException if somebody uses the directory, or a server does not end
     */
    public static List<String> endLeftOvers(Path directory, StartListener listener) {
        List<String> ended = new ArrayList<>();
        if (EmbeddedRedis.endLeftOver(directory.resolve("redis"), listener)) {
            ended.add("Redis");
        }
        if (EmbeddedPostgres.endLeftOver(directory.resolve("postgres"), listener)) {
            ended.add("PostgreSQL");
        }
        return ended;
    }

    private static <S extends BackingService> CompletableFuture<S> launch(
            ExecutorService threads, StartListener listener, String name, Supplier<S> start) {
        return CompletableFuture.supplyAsync(
                () -> {
                    listener.starting(name);
                    S service = start.get();
                    listener.started(service);
                    return service;
                },
                threads);
    }

    private static void awaitAll(List<CompletableFuture<? extends BackingService>> starts) {
        List<BackingService> running = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        for (CompletableFuture<? extends BackingService> start : starts) {
            try {
                running.add(start.join());
            } catch (CompletionException e) {
                failures.add(e.getCause() == null ? e : e.getCause());
            }
        }
        if (!failures.isEmpty()) {
            running.forEach(BackingService::close);
            throw asOne(failures);
        }
    }

    private static BackingServiceException asOne(List<Throwable> failures) {
        Throwable first = failures.get(0);
        BackingServiceException thrown = first instanceof BackingServiceException known
                ? known
                : new BackingServiceException("a backing service did not start", first);
        failures.stream().skip(1).forEach(thrown::addSuppressed);
        return thrown;
    }

    @Override
    public void close() {
        kafka.close();
        redis.close();
        postgres.close();
    }
}
