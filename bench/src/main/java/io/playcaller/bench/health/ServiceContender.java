package io.playcaller.bench.health;

import io.playcaller.bench.PackagedService;
import io.playcaller.bench.ReaderToken;
import io.playcaller.contracts.Topic;
import io.playcaller.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** health-service as it is packaged, on a schema of its own; PostgreSQL says how far it is. */
final class ServiceContender implements Contender {

    static final String NAME = "health-service";

    private static final String SCHEMA = "health";
    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final Duration ASK_EACH = Duration.ofMillis(200);

    /** What it says of a partition that it has claimed. */
    private static final String CLAIMED = " is ours at epoch ";

    private final PackagedService service;
    private final Connection database;
    private final long claimsBefore;
    private final ReaderToken reader;

    private ServiceContender(PackagedService service, Connection database, long claimsBefore, ReaderToken reader) {
        this.service = service;
        this.database = database;
        this.claimsBefore = claimsBefore;
        this.reader = reader;
    }

    static ServiceContender start(
            Path program, Path directory, String broker, EmbeddedPostgres postgres, int partitions, int heapMegabytes)
            throws IOException {
        ReaderToken reader = ReaderToken.signed();
        Map<String, String> settings = settings(broker, postgres, partitions);
        settings.putAll(reader.trustedBy(directory));
        Connection database;
        try {
            database = postgres.dataSource().getConnection();
        } catch (SQLException e) {
            throw new IOException("PostgreSQL does not answer", e);
        }
        long claimsBefore = claims(directory.resolve(NAME + ".log"));
        return new ServiceContender(
                PackagedService.start(NAME, program, directory, heapMegabytes, settings),
                database,
                claimsBefore,
                reader);
    }

    private static Map<String, String> settings(String broker, EmbeddedPostgres postgres, int partitions) {
        Map<String, String> settings = PackagedService.settings(SCHEMA, broker, postgres);
        // Peers that are counted in a fold of ten minutes would stand behind the log that both fold.
        settings.put("playcaller.health.peers.look", "1d");
        settings.put("playcaller.topics.customer-events-partitions", Integer.toString(partitions));
        return settings;
    }

    /** Waits until it owns every partition and has said in each which model makes the scores. */
    void awaitModelOnLog(Offsets offsets, int partitions) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!modelIsOnLog(offsets, partitions)) {
            requireAlive();
            if (System.nanoTime() > deadline) {
                throw new IOException("%s did not begin within %d s".formatted(NAME, READY_WITHIN.toSeconds()));
            }
            Thread.sleep(ASK_EACH.toMillis());
        }
    }

    private boolean modelIsOnLog(Offsets offsets, int partitions) throws IOException, InterruptedException {
        return number(
                                "select to_regclass('health.checkpoint') is not null and to_regclass('health.outbox') is not null")
                        == 1
                && number("select count(*) from health.checkpoint where next_offset > 0") == partitions
                && allSaid()
                && offsets.ends(Topic.CUSTOMER_EVENTS.name(""), partitions).stream()
                        .allMatch(end -> end > 0);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public long pid() {
        return service.pid();
    }

    @Override
    public void requireAlive() throws IOException {
        service.requireAlive();
    }

    @Override
    public long folded() throws IOException {
        return number("select coalesce(sum(next_offset), 0) from health.checkpoint");
    }

    @Override
    public boolean allSaid() throws IOException {
        return number("select count(*) from health.outbox") == 0;
    }

    URI address() {
        return service.address();
    }

    /** The value of the header {@code Authorization} of somebody who may read. */
    String authorization() {
        return reader.bearer();
    }

    /** The accounts of which a score was said by {@code at}, in the order of their ids. */
    List<String> scoredBy(Instant at) throws IOException {
        String query = "select distinct account_id from health.health_history"
                + " where valid_from <= '%1$s' and known_at <= '%1$s' order by account_id".formatted(at);
        List<String> accounts = new ArrayList<>();
        try (var statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                accounts.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IOException("PostgreSQL does not answer", e);
        }
        return accounts;
    }

    /** How many partitions it has claimed, as it says itself. */
    long claims() throws IOException {
        return claims(service.output()) - claimsBefore;
    }

    private static long claims(Path output) throws IOException {
        if (!Files.exists(output)) {
            return 0;
        }
        try (var lines = Files.lines(output)) {
            return lines.filter(line -> line.contains(CLAIMED)).count();
        }
    }

    /** How many accounts want to be advanced by then. */
    long dueBy(Instant at) throws IOException {
        return number("select count(*) from health.account_state where next_boundary <= '%s'".formatted(at));
    }

    /** How many changes of health it has said. */
    long changes() throws IOException {
        return number("select count(*) from health.health_history");
    }

    /** How many accounts it keeps. */
    long accounts() throws IOException {
        return number("select count(*) from health.account_state");
    }

    /** What a query answers; 1 for true. */
    private long number(String query) throws IOException {
        try (var statement = database.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            Object value = row.getObject(1);
            return value instanceof Boolean is ? (is ? 1 : 0) : row.getLong(1);
        } catch (SQLException e) {
            throw new IOException("PostgreSQL does not answer", e);
        }
    }

    @Override
    public void close() throws IOException {
        service.close();
        try {
            database.close();
        } catch (SQLException e) {
            throw new IOException("the connection to PostgreSQL does not close", e);
        }
    }
}
