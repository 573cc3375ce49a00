package io.playcaller.router;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.WireJson;
import io.playcaller.router.delivery.slack.SlackSignature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.ConfigProvider;

/** What people see in Slack and in their mail, and what they do there. */
final class PeopleWorld {

    private PeopleWorld() {}

    /** Messages in Slack that hold a word, as they stand. */
    static List<JsonNode> messages(String word) {
        return holding(http("GET", "slack", "/messages", ""), word);
    }

    /** What only who pressed saw. */
    static List<JsonNode> replies(String word) {
        return holding(http("GET", "slack", "/replies", ""), word);
    }

    /** What becomes of the next message that holds a word. */
    static void slackAnswers(String word, String what) {
        http("PUT", "slack", "/script", word + " " + what);
    }

    /** Letters to a person that hold a word, decoded. */
    static List<String> letters(String person, String word) {
        return StreamSupport.stream(http("GET", "mail", "/letters", "").spliterator(), false)
                .filter(letter -> letter.get("to").asText().equals(person + "@example.com"))
                .map(letter -> decoded(letter.get("data").asText()))
                .filter(letter -> letter.contains(word))
                .toList();
    }

    /** The token of the link in a letter that follows a word. */
    static String link(String letter, String act) {
        Matcher link = Pattern.compile(act + ":\\s+https://work\\.example/v1/links/([A-Za-z0-9_.-]+)")
                .matcher(letter);
        if (!link.find()) {
            throw new AssertionError("no link to " + act + " in:\n" + letter);
        }
        return link.group(1);
    }

    /**
     * Somebody presses a button, or chooses from a menu, at a second of Slack's; answers the status. Whoever is told that it takes longer
     * than Slack waits presses again.
     */
    static int press(String userId, String actionId, String value, long at) {
        String payload = """
                {"type": "block_actions", "user": {"id": "%s"}, "trigger_id": "t%d",
                 "response_url": "%s/response",
                 "actions": [{"action_id": "%s", "value": "%s", "action_ts": "%d.000100"}]}""".formatted(userId, at, address("slack"), actionId, value, at);
        String form = "payload=" + URLEncoder.encode(payload, StandardCharsets.UTF_8);
        return RouterWorld.await(() -> signed(form), status -> status != 503);
    }

    private static int signed(String form) {
        String seconds = Long.toString(System.currentTimeMillis() / 1_000);
        String signature =
                new SlackSignature(PeopleSettings.SIGNING_SECRET).sign(seconds, form.getBytes(StandardCharsets.UTF_8));
        return callback(form, seconds, signature);
    }

    /** What comes to the address of interactions; answers the status. */
    static int callback(String form, String seconds, String signature) {
        URI to = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class))
                .resolve("/v1/callbacks/slack/actions");
        HttpRequest request = HttpRequest.newBuilder(to)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Slack-Request-Timestamp", seconds)
                .header("X-Slack-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return sent(request).statusCode();
    }

    private static List<JsonNode> holding(JsonNode all, String word) {
        return StreamSupport.stream(all.spliterator(), false)
                .filter(one -> one.toString().contains(word))
                .toList();
    }

    /** Quoted-printable, of which letters of plain ASCII have only breaks and escapes. */
    private static String decoded(String data) {
        String whole = data.replace("=\r\n", "");
        return Pattern.compile("=([0-9A-F]{2})")
                .matcher(whole)
                .replaceAll(code -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(code.group(1), 16))));
    }

    private static String address(String tool) {
        return ConfigProvider.getConfig().getValue("test." + tool, String.class);
    }

    private static JsonNode http(String method, String tool, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address(tool) + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return WireJson.mapper().readTree(sent(request).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpResponse<String> sent(HttpRequest request) {
        try {
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
