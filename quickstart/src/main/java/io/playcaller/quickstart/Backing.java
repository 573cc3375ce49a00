package io.playcaller.quickstart;

import io.playcaller.embedded.BackingService;
import io.playcaller.embedded.BackingServices;
import io.playcaller.embedded.BackingSettings;
import io.playcaller.embedded.EmbeddedKafka;
import io.playcaller.embedded.EmbeddedPostgres;
import io.playcaller.embedded.EmbeddedRedis;
import io.playcaller.embedded.StartListener;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the services stand on: Kafka in this JVM, PostgreSQL and Redis as its children. */
final class Backing implements AutoCloseable {

    private final Home home;
    private final BackingSettings settings;
    private final RunBoard board;
    private final StartListener listener = new OnTheBoard();
    private @Nullable EmbeddedKafka kafka;
    private List<BackingPart> servers = List.of();

    Backing(Home home, Settings settings, RunBoard board) {
        this.home = home;
        this.settings = BackingSettings.durable(
                home.data(), settings.kafkaPort(), settings.postgresPort(), settings.redisPort());
        this.board = board;
    }

    /** Returns when all three answer; does nothing when the quickstart stops already. */
    synchronized void start() {
        if (board.stopping()) {
            return;
        }
        BackingServices started = BackingServices.start(settings, listener);
        kafka = started.kafka();
        servers = List.of(
                server("redis", started.redis(), this::startRedis),
                server("postgres", started.postgres(), this::startPostgres));
    }

    private BackingPart server(String name, BackingService started, Supplier<BackingService> again) {
        return new BackingPart(name, home.log(name), started, again, board);
    }

    private BackingService startRedis() {
        return EmbeddedRedis.start(settings.directory().resolve("redis"), settings.redisPort(), listener);
    }

    private BackingService startPostgres() {
        return EmbeddedPostgres.start(settings.postgres(), listener);
    }

    /** The two that can be started again. */
    synchronized List<Watched> watched() {
        return List.copyOf(servers);
    }

    /** @throws QuickstartException if Kafka gave up, which nothing can go on without */
    synchronized void requireKafka() {
        if (kafka != null && kafka.ended().isDone()) {
            throw new QuickstartException(Obituary.of("kafka", kafka.ended().join(), home.log("kafka")));
        }
    }

    /** Kafka, then Redis, then PostgreSQL; the servers also when Kafka does not close well. */
    @Override
    public synchronized void close() {
        try {
            if (kafka != null) {
                kafka.close();
                board.change("kafka", part -> part.stopped(board.now()));
            }
        } finally {
            servers.forEach(BackingPart::close);
        }
    }

    /** The name that people use, of a service's own. */
    static String partOf(String service) {
        return service.equals("PostgreSQL") ? "postgres" : service.toLowerCase(Locale.ROOT);
    }

    private final class OnTheBoard implements StartListener {

        @Override
        public void starting(String service) {
            board.change(partOf(service), part -> part.starting(0, board.now()));
        }

        @Override
        public void noticed(String service, String what) {
            Quickstart.say(board.now(), service + ": " + what);
        }

        @Override
        public void started(BackingService service) {
            double took = service.startTook().toMillis() / 1000.0;
            board.change(
                    partOf(service.name()),
                    part -> part.starting(service.pid(), board.now()).ready(took, board.now()));
        }
    }
}
