package io.playcaller.bench.forecast;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.bench.Database;
import io.playcaller.bench.Directories;
import io.playcaller.bench.LogSender;
import io.playcaller.bench.PackagedService;
import io.playcaller.bench.ReaderToken;
import io.playcaller.bench.Waiting;
import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.EventType;
import io.playcaller.contracts.Ids;
import io.playcaller.contracts.RegisterKey;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.embedded.EmbeddedPostgres;
import io.playcaller.embedded.KafkaProcess;
import io.playcaller.embedded.PostgresSettings;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * renewal-forecast as it is packaged, with a Kafka and a PostgreSQL of its own that were empty: it is told contracts on Kafka and asked for the
 * portfolio over HTTP. When it is closed, what the processes said stays, and no data.
 */
final class PortfolioService implements AutoCloseable {

    private static final String NAME = "renewal-forecast";
    private static final String SCHEMA = "forecast";
    private static final int BROKER_MEGABYTES = 512;
    private static final Duration ANSWERS_WITHIN = Duration.ofMinutes(1);

    private final Path directory;
    private final KafkaProcess kafka;
    private final EmbeddedPostgres postgres;
    private final Database database;
    private final LogSender sender;
    private final PackagedService service;
    private final ReaderToken reader;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * Starts all of it and waits until it is ready.
     *
     * @param directory what is in it is deleted
     */
    PortfolioService(Path directory, Path program, int heapMegabytes) throws IOException, InterruptedException {
        this.directory = directory;
        Directories.delete(directory);
        this.kafka = new KafkaProcess(directory.resolve("kafka"), BROKER_MEGABYTES);
        this.postgres = EmbeddedPostgres.start(PostgresSettings.durable(directory.resolve("postgres"), 0)
                .with(Map.of("shared_buffers", "1GB", "max_wal_size", "4GB")));
        this.database = new Database(postgres);
        this.sender = LogSender.atOnce(kafka.address());
        this.reader = ReaderToken.signed();
        Path home = directory.resolve("service");
        Map<String, String> settings = PackagedService.settings(SCHEMA, kafka.address(), postgres);
        settings.putAll(reader.trustedBy(home));
        this.service = PackagedService.start(NAME, program, home, heapMegabytes, settings);
        Waiting.until(NAME + " is ready", () -> {
            service.requireAlive();
            return service.ready();
        });
    }

    /** What the coming quarters have in a portfolio of one currency, in minor units. */
    record Totals(long due, long inForce) {

        Totals plus(long minor) {
            return new Totals(due + minor, inForce + minor);
        }

        /** @param portfolio the answer of {@code /v1/portfolio} */
        static Totals of(JsonNode portfolio) {
            long due = 0;
            for (JsonNode quarter : portfolio.path("items")) {
                due += quarter.path("arrDue").path("minor").asLong();
            }
            return new Totals(
                    due,
                    portfolio
                            .path("items")
                            .path(0)
                            .path("arrInForce")
                            .path("minor")
                            .asLong());
        }
    }

    /** Says a contract as the register does. */
    void say(ContractRecord contract) {
        Envelope envelope = Envelope.own(
                Ids.next().toString(), "usage-ingest", Instant.now(), contract.accountId(), contract.version());
        sender.send(new ProducerRecord<>(
                Topic.ACCOUNT_REGISTER.name(""),
                null,
                RegisterKey.contract(contract.contractId()),
                WireJson.write(contract),
                EventCodec.headers(envelope, EventType.of(contract))));
    }

    /** @throws IOException when something that was said was not taken */
    void flush() throws IOException {
        sender.flush();
    }

    /** Waits until so many contracts have a forecast. */
    void awaitForecasts(int contracts) throws IOException, InterruptedException {
        await(contracts + " contracts are forecast", "select (count(*) >= %d)::int from forecast.forecast", contracts);
    }

    /** Waits until the day's snapshot of so many is taken and all is said on Kafka: nothing else is done besides what is measured. */
    void awaitRest(int contracts) throws IOException, InterruptedException {
        await("the day is kept", "select (count(*) >= %d)::int from forecast.forecast_snapshot", contracts);
        await("all is said", "select (count(*) = %d)::int from forecast.outbox", 0);
    }

    private void await(String what, String query, int number) throws IOException, InterruptedException {
        Waiting.until(what, () -> {
            service.requireAlive();
            return database.number(query.formatted(number)) == 1;
        });
    }

    /** Asks for the coming quarters of the whole portfolio. */
    Totals portfolio() throws IOException, InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(service.address().resolve("/v1/portfolio"))
                .timeout(ANSWERS_WITHIN)
                .header("Authorization", reader.bearer())
                .build();
        HttpResponse<byte[]> answer = http.send(question, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException("%s answered %d %s"
                    .formatted(question.uri(), answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8)));
        }
        return Totals.of(WireJson.mapper().readTree(answer.body()));
    }

    @Override
    public void close() throws IOException {
        sender.close();
        service.close();
        database.close();
        postgres.close();
        kafka.close();
        Directories.delete(directory.resolve("postgres/data"));
        Directories.delete(directory.resolve("kafka/data"));
    }
}
