package io.playcaller.router.delivery.slack.in;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.router.delivery.slack.SlackPress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SlackPayloadTest {

    @Test
    void aButtonIsReadWithWhoPressedIt() {
        byte[] form = form("""
                {"type": "block_actions", "user": {"id": "U1"}, "trigger_id": "t", "response_url": "https://hooks/1",
                 "actions": [{"action_id": "acknowledge", "value": "v", "action_ts": "1.2"}]}""");

        assertThat(SlackPayload.read(form))
                .contains(new SlackPress("U1", "acknowledge", "v", "1.2", "https://hooks/1"));
    }

    @Test
    void ofAMenuItIsWhatWasChosen() {
        byte[] form = form("""
                {"type": "block_actions", "user": {"id": "U1"},
                 "actions": [{"action_id": "complete", "selected_option": {"value": "chosen"}, "action_ts": "1.2"}]}""");

        assertThat(SlackPayload.read(form)).contains(new SlackPress("U1", "complete", "chosen", "1.2", ""));
    }

    @Test
    void whatElseSlackSendsIsNoPress() {
        assertThat(SlackPayload.read(form("{\"type\": \"view_submission\"}"))).isEmpty();
        assertThat(SlackPayload.read(form("not json"))).isEmpty();
        assertThat(SlackPayload.read("nothing=here".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    private static byte[] form(String json) {
        return ("payload=" + URLEncoder.encode(json, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }
}
