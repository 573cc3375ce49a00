package io.playcaller.ingest;

import static io.restassured.RestAssured.given;

import io.playcaller.contracts.Topic;
import io.playcaller.testkit.PlaycallerStack;
import io.playcaller.testkit.TestTopics;
import io.playcaller.testkit.TopicReader;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What component tests do at the doors, and what they find behind them. */
public final class Door {

    /** Long enough for a machine on which others build, and which stands still at times: nothing is said of speed by it. */
    public static final Duration SOON = Duration.ofMinutes(3);

    /** Tests look at the same topics again and again, and what is on them grows with every test. */
    private static final Map<Topic, TopicReader> READERS = new ConcurrentHashMap<>();

    private Door() {}

    public static RequestSpecification as(String writeKey) {
        return given().header("Authorization", "Basic " + base64(writeKey + ":"))
                .contentType("application/json");
    }

    public static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    public static String track(String id, String account, String user, String event) {
        return """
            {"type":"track","messageId":"%s","userId":"%s","event":"%s","context":{"groupId":"%s"}}""".formatted(id, user, event, account);
    }

    public static String batch(String... items) {
        return "{\"batch\":[" + String.join(",", items) + "]}";
    }

    public static String topic(Topic topic) {
        return topic.name(PlaycallerStack.topicPrefix());
    }

    public static List<ConsumerRecord<String, byte[]>> all(Topic topic) {
        return READERS.computeIfAbsent(topic, unread -> PlaycallerStack.shared().reader(topic(unread)))
                .all();
    }

    /** Keys, values and headers, as whoever reads a topic finds them. */
    public static String text(List<ConsumerRecord<String, byte[]>> records) {
        StringBuilder text = new StringBuilder();
        records.forEach(record -> {
            text.append(record.key()).append(' ');
            if (record.value() != null) {
                text.append(new String(record.value(), StandardCharsets.UTF_8)).append(' ');
            }
            record.headers()
                    .forEach(header -> text.append(new String(header.value(), StandardCharsets.UTF_8))
                            .append(' '));
        });
        return text.toString();
    }

    /** The records of {@code customer-events} with that id. */
    public static List<ConsumerRecord<String, byte[]>> facts(String id) {
        return all(Topic.CUSTOMER_EVENTS).stream()
                .filter(record -> id.equals(header(record, "ce_id")))
                .toList();
    }

    /** How many refusals the service has counted under {@code reason}. */
    public static double refused(String reason) {
        String name = "playcaller_ingest_refused_total{environment=\"live\",reason=\"" + reason + "\"} ";
        return RestAssured.get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .sum();
    }

    public static String header(ConsumerRecord<String, byte[]> record, String name) {
        return TestTopics.header(record, name).orElse("");
    }
}
