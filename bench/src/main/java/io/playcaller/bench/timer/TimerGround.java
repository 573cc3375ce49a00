package io.playcaller.bench.timer;

import io.playcaller.bench.Database;
import io.playcaller.bench.Directories;
import io.playcaller.bench.LogSender;
import io.playcaller.bench.Waiting;
import io.playcaller.embedded.EmbeddedPostgres;
import io.playcaller.embedded.KafkaProcess;
import io.playcaller.embedded.PostgresSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Kafka and PostgreSQL, empty at the beginning, with the tables of both contenders and one task of play-router's own making, of
 * which all others are copies. When it is closed, what the processes said stays, and no data.
 */
final class TimerGround implements AutoCloseable {

    private final Path directory;
    private final TimerTerms terms;
    private final KafkaProcess kafka;
    private final EmbeddedPostgres postgres;
    private final Database database;
    private final Population population;

    /** @param directory what is in it is deleted */
    TimerGround(Path directory, TimerTerms terms) throws IOException, InterruptedException {
        this.directory = directory;
        this.terms = terms;
        Directories.delete(directory);
        this.kafka = new KafkaProcess(directory.resolve("kafka"), TimerTerms.BROKER_MEGABYTES);
        this.postgres = EmbeddedPostgres.start(
                PostgresSettings.durable(directory.resolve("postgres"), 0).with(TimerTerms.POSTGRES));
        this.database = new Database(postgres);
        makeOneTask();
        this.population = new Population(database);
        TimerTables.createPeers(database);
    }

    private void makeOneTask() throws IOException, InterruptedException {
        try (TimerContender service = router()) {
            await(service);
            try (LogSender sender = LogSender.atOnce(kafka.address())) {
                sender.send(BenchSignals.usageDrop("template", Instant.now()));
                sender.flush();
            }
            Waiting.until("play-router makes a task of a signal", () -> {
                service.requireAlive();
                return database.number("select count(*) from router.task") == 1;
            });
        }
    }

    TimerContender router() throws IOException {
        return router(null);
    }

    /** @param webhook where deliveries go; null for nowhere */
    TimerContender router(@Nullable URI webhook) throws IOException {
        return RouterContender.start(terms, directory.resolve("service"), kafka.address(), postgres, webhook);
    }

    TimerContender scheduler(SchedulerContender.Work work) throws IOException {
        return SchedulerContender.start(terms, work, directory.resolve("peer"), postgres, database);
    }

    /** Waits until it looks for what is due. */
    static void await(TimerContender contender) throws IOException, InterruptedException {
        Waiting.until("the contender is ready", () -> {
            contender.requireAlive();
            return contender.ready();
        });
    }

    ArmFigures armOfRouter(int timers) throws IOException, InterruptedException {
        population.bare(TimerTables.ROUTER, timers);
        List<ArmBench.Clock> clocks = database.texts("select task_id from bench.made").stream()
                .map(id -> new ArmBench.Clock(UUID.fromString(id), TaskTemplate.SPEAKS))
                .toList();
        return new ArmBench(postgres, terms.lanes()).run(clocks);
    }

    ArmFigures armOfScheduler(int timers) throws IOException, InterruptedException {
        return SchedulerContender.arm(terms, timers, directory.resolve("peer"), postgres);
    }

    Database database() {
        return database;
    }

    Population population() {
        return population;
    }

    String broker() {
        return kafka.address();
    }

    long postgresPid() {
        return postgres.pid();
    }

    @Override
    public void close() throws IOException {
        database.close();
        postgres.close();
        kafka.close();
        for (String data : List.of("postgres/data", "kafka/data")) {
            Directories.delete(directory.resolve(data));
        }
    }
}
