package io.playcaller.router.delivery.slack.in;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.WireJson;
import io.playcaller.router.delivery.slack.SlackPress;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Reads what Slack sends: a form with one field that holds JSON. */
final class SlackPayload {

    private static final String FIELD = "payload=";

    private SlackPayload() {}

    /** Empty when it is not about a button or menu of a message. */
    static Optional<SlackPress> read(byte[] form) {
        return Arrays.stream(new String(form, StandardCharsets.UTF_8).split("&"))
                .filter(field -> field.startsWith(FIELD))
                .findFirst()
                .map(field -> URLDecoder.decode(field.substring(FIELD.length()), StandardCharsets.UTF_8))
                .flatMap(SlackPayload::press);
    }

    private static Optional<SlackPress> press(String json) {
        try {
            JsonNode payload = WireJson.mapper().readTree(json);
            JsonNode action = payload.at("/actions/0");
            boolean isPress = payload.path("type").asText().equals("block_actions") && action.isObject();
            return isPress ? Optional.of(press(payload, action)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static SlackPress press(JsonNode payload, JsonNode action) {
        JsonNode chosen = action.at("/selected_option/value");
        return new SlackPress(
                payload.at("/user/id").asText(),
                action.path("action_id").asText(),
                chosen.isTextual() ? chosen.asText() : action.path("value").asText(),
                action.path("action_ts").asText(),
                payload.path("response_url").asText());
    }
}
