package io.playcaller.bench.timer;

import io.playcaller.bench.Database;
import io.playcaller.bench.Waiting;
import io.playcaller.embedded.EmbeddedPostgres;
import io.playcaller.embedded.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The peer's program on db-scheduler; it is ready when its sessions are open. */
final class SchedulerContender implements TimerContender {

    private static final String FIRE = "io.playcaller.bench.peer.timer.FirePeer";
    private static final String ARM = "io.playcaller.bench.peer.timer.ArmPeer";
    private static final String SESSION = "timer-peer";
    private static final int FIGURES = 3;

    private final JavaProcess process;
    private final Database database;

    private SchedulerContender(JavaProcess process, Database database) {
        this.process = process;
        this.database = database;
    }

    /** What a timer of the peer does when it fires. */
    enum Work {
        /** The rows that play-router writes for a step of a task. */
        STEP("db-scheduler, the same rows"),
        /** One row that says so. */
        LEDGER("db-scheduler, one row");

        private final String title;

        Work(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }

        TimerTables tables() {
            return this == STEP ? TimerTables.PEER_STEP : TimerTables.PEER_LEDGER;
        }
    }

    static SchedulerContender start(
            TimerTerms terms, Work work, Path directory, EmbeddedPostgres postgres, Database database)
            throws IOException {
        return new SchedulerContender(
                launch(
                        terms,
                        "db-scheduler",
                        directory,
                        FIRE,
                        url(postgres),
                        Integer.toString(terms.peerThreads()),
                        Long.toString(terms.poll().toMillis()),
                        work.name()),
                database);
    }

    /** Arms and cancels so many, with what waits in the table besides. */
    static ArmFigures arm(TimerTerms terms, int timers, Path directory, EmbeddedPostgres postgres)
            throws IOException, InterruptedException {
        Path file = directory.resolve("armed").toAbsolutePath();
        Files.createDirectories(directory);
        Files.deleteIfExists(file);
        try (JavaProcess process = launch(
                terms,
                "db-scheduler-arms",
                directory,
                ARM,
                url(postgres),
                Integer.toString(terms.lanes()),
                Integer.toString(timers),
                Integer.toString(TimerTerms.SET),
                file.toString())) {
            Waiting.until("db-scheduler has armed", () -> {
                boolean written = Files.exists(file) && figures(file).size() == FIGURES;
                if (!written) {
                    process.requireAlive();
                }
                return written;
            });
        }
        List<Double> perSecond = figures(file);
        return new ArmFigures(perSecond.get(0), perSecond.get(1), perSecond.get(2), null);
    }

    private static List<Double> figures(Path file) throws IOException {
        return Arrays.stream(Files.readString(file).split(" ", -1))
                .filter(word -> !word.isBlank())
                .map(Double::valueOf)
                .toList();
    }

    private static JavaProcess launch(
            TimerTerms terms, String name, Path directory, String program, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("-cp", terms.peer().toAbsolutePath().toString(), program));
        command.addAll(List.of(arguments));
        return new JavaProcess(name, directory, terms.heapMegabytes(), command);
    }

    private static String url(EmbeddedPostgres postgres) {
        return "%s?user=%s&password=%s&currentSchema=%s&ApplicationName=%s"
                .formatted(
                        postgres.jdbcUrl(),
                        EmbeddedPostgres.USER,
                        EmbeddedPostgres.PASSWORD,
                        TimerTables.PEER_STEP.schema(),
                        SESSION);
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public void requireAlive() throws IOException {
        process.requireAlive();
    }

    @Override
    public boolean ready() throws IOException {
        return database.number("select count(*) from pg_stat_activity where application_name = '" + SESSION + "'") > 0;
    }

    @Override
    public void close() {
        process.close();
    }
}
