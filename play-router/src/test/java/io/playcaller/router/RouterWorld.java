package io.playcaller.router;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.EventType;
import io.playcaller.contracts.Ids;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.SettableClock;
import io.playcaller.testkit.TestTokens;
import io.playcaller.testkit.TestTopics;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;

/** What tests do around the running service. */
final class RouterWorld implements AutoCloseable {

    /** Long enough for a machine on which others build: nothing is said of speed by it. */
    static final Duration SOON = Duration.ofSeconds(60);

    private final PlaycallerStack stack = PlaycallerStack.shared();
    private final TestTopics topics = stack.topics();

    static String topic(Topic topic) {
        return topic.name(PlaycallerStack.topicPrefix());
    }

    TestTopics topics() {
        return topics;
    }

    /** Says a signal on Kafka, as health-service does. */
    void say(SignalChanged signal) {
        say(Topic.SIGNALS, signal.accountId(), 0, signal);
    }

    /** Says any record on Kafka. */
    void say(Topic topic, String key, long rev, Record data) {
        Envelope envelope =
                Envelope.own(Ids.next().toString(), "health-service", Instant.parse("2026-03-02T10:00:00Z"), key, rev);
        topics.produce(new ProducerRecord<>(
                topic(topic), null, key, WireJson.write(data), EventCodec.headers(envelope, EventType.of(data))));
    }

    static RequestSpecification as(String subject, String... roles) {
        return given().header("Authorization", TestTokens.bearer(subject, roles))
                .contentType("application/json");
    }

    static Response get(String path) {
        return as("viewer@example.com", "viewer").get(path);
    }

    /** The only task of an account, once it is there. */
    JsonNode awaitTask(String accountId) {
        return await(() -> tasks(accountId), found -> found.size() == 1).get(0);
    }

    static JsonNode tasks(String accountId) {
        return json(get("/v1/tasks?state=all&account=" + accountId)).get("items");
    }

    static JsonNode task(String taskId) {
        return json(get("/v1/tasks/" + taskId));
    }

    /** The path of a signal, once the service knows it at that transition. */
    static JsonNode awaitPath(UUID episodeId, int transition) {
        return await(
                () -> json(get("/v1/signals/" + episodeId + "/path")),
                path -> path.path("transition").asInt() >= transition);
    }

    static JsonNode json(Response response) {
        try {
            return WireJson.mapper().readTree(response.asByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> T await(Callable<T> look, java.util.function.Predicate<T> condition) {
        return Awaitility.await()
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(50))
                .until(look, condition);
    }

    /** Moves business time. */
    void advance(Duration by) {
        SettableClock.of("router").advance(by);
    }

    /** The day of the tests' calendars, which is that of UTC, does not end while a test runs: in its last hour the next one begins. */
    void keepTheDay() {
        Duration left = Duration.ofSeconds(count("""
                select extract(epoch from date_trunc('day', utc) + interval '1 day' - utc)::bigint
                from (select playcaller_now() at time zone 'UTC' as utc) as now"""));
        if (left.compareTo(Duration.ofHours(1)) < 0) {
            advance(left.plusMinutes(1));
        }
    }

    /** What failed once at a tool is due within the 5 s of the ladder's first rung, and now: the ladder goes by the machine's clock. */
    void firstRungIsOver(String taskId, String connector) {
        String ofIt = " and task_id = '%s' and connector = '%s' and attempts > 0".formatted(taskId, connector);
        await(
                () -> count("select count(*) from delivery where (state <> 'pending' or because is not null)" + ofIt),
                found -> found > 0);
        String waits = " where state = 'pending' and because is not null" + ofIt;
        assertThat(count("select count(*) from delivery" + waits
                        + " and next_attempt_at > clock_timestamp() + interval '5 seconds'"))
                .as("due later than on the first rung")
                .isZero();
        execute("update delivery set next_attempt_at = clock_timestamp()" + waits);
    }

    /** What waits for a tool after a failure is due now: its ladder goes by the machine's clock, and its higher rungs by minutes. */
    void nothingWaitsForTheLadder() {
        execute("""
                update delivery set next_attempt_at = clock_timestamp() where delivery_id in (
                    select delivery_id from delivery where state = 'pending' and because is not null
                    for update skip locked)""");
    }

    void execute(String sql) {
        try (Connection connection = stack.dataSource("router").getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /**
     * Works on an account as whoever routes its signals does: its lane is held, and nobody sees what was written until it is done.
     *
     * @param sql what is written
     * @param meanwhile what is done before that is committed
     */
    void workOn(String accountId, String sql, Runnable meanwhile) {
        String lane = "select pg_advisory_xact_lock(hashtextextended('" + accountId + "', 0))";
        holding(List.of(lane, sql), meanwhile);
    }

    /** What the service asks of a table waits until this is done. */
    void keepingFromAll(String table, Runnable meanwhile) {
        holding(List.of("lock table " + table + " in access exclusive mode"), meanwhile);
    }

    private void holding(List<String> statements, Runnable meanwhile) {
        try (Connection connection = stack.dataSource("router").getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
            meanwhile.run();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(String.join("; ", statements), e);
        }
    }

    long count(String sql) {
        try (Connection connection = stack.dataSource("router").getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            assertThat(rows.next()).isTrue();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** What the tool received about a task. */
    static List<JsonNode> received(String taskId) {
        List<JsonNode> found = new ArrayList<>();
        JsonNode all = tool("GET", "/received", "");
        StreamSupport.stream(all.spliterator(), false)
                .filter(one -> one.get("body").asText().contains(taskId))
                .forEach(found::add);
        return found;
    }

    /** What the tool answers to the next message that holds a word. */
    static void toolAnswers(String word, int status) {
        tool("PUT", "/script", word + " " + status);
    }

    private static JsonNode tool(String method, String path, String body) {
        URI address = URI.create(ConfigProvider.getConfig().getValue("test.tool", String.class) + path);
        HttpRequest request = HttpRequest.newBuilder(address)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return WireJson.mapper()
                    .readTree(HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.ofString())
                            .body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        topics.close();
    }
}
