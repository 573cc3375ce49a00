package io.playcaller.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import redis.clients.jedis.Jedis;

/** Another JVM that starts a server, stores a value, and is killed while the server runs. */
final class ForkedRun {

    private static final String READY = "left over: ";

    private ForkedRun() {}

    /** Returns the process id of the server when its JVM is dead. */
    static long thatDiesWithItsServerRunning(Path directory, String service) throws Exception {
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx192m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ForkedRun.class.getName(),
                        directory.toString(),
                        service)
                .redirectErrorStream(true)
                .start();
        long server = readServer(run);
        run.destroyForcibly().waitFor();
        return server;
    }

    private static long readServer(Process run) throws IOException {
        var output = new BufferedReader(new InputStreamReader(run.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder seen = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(READY)) {
                return Long.parseLong(line.substring(READY.length()));
            }
            seen.append(line).append('\n');
        }
        throw new AssertionError("the forked run ended early:\n" + seen);
    }

    @SuppressWarnings("resource") // It is left running on purpose.
    public static void main(String... args) throws Exception {
        Path directory = Path.of(args[0]);
        long server = switch (args[1]) {
            case "kafka" -> leaveKafka(directory);
            case "postgres" -> leavePostgres(directory);
            default -> leaveRedis(directory);
        };
        System.out.println(READY + server);
        Thread.currentThread().join();
    }

    private static long leaveKafka(Path directory) throws Exception {
        EmbeddedKafka kafka = EmbeddedKafka.start(directory, 0);
        EmbeddedKafkaTest.createTopic(kafka);
        EmbeddedKafkaTest.inTransaction(kafka, "acknowledged", true);
        return ProcessHandle.current().pid();
    }

    private static long leaveRedis(Path directory) {
        EmbeddedRedis redis = EmbeddedRedis.start(directory, 0);
        try (Jedis client = new Jedis("127.0.0.1", redis.port())) {
            client.set("claim", "pending");
        }
        return redis.pid();
    }

    private static long leavePostgres(Path directory) throws Exception {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(PostgresSettings.durable(directory, 0));
        EmbeddedPostgresTest.execute(postgres, "create table account (name text)");
        EmbeddedPostgresTest.execute(postgres, "insert into account values ('Umbrella')");
        return postgres.pid();
    }
}
