package io.playcaller.console.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerSentEventsTest {

    private static final String STREAM = ": hello\n\ndata: {\"name\":\"Zürich\"}\nid: 1\n\ndata:a\r\ndata: b\r\n\r\n";

    @Test
    void eventsAreTheSameHoweverTheChunksAreCut() {
        byte[] bytes = STREAM.getBytes(StandardCharsets.UTF_8);
        for (int size = 1; size <= bytes.length; size++) {
            ServerSentEvents reader = new ServerSentEvents();
            List<String> events = new ArrayList<>();
            for (int from = 0; from < bytes.length; from += size) {
                int until = Math.min(bytes.length, from + size);
                events.addAll(reader.read(java.util.Arrays.copyOfRange(bytes, from, until)));
            }
            assertThat(events).as("chunks of %d", size).containsExactly("{\"name\":\"Zürich\"}", "a\nb");
        }
    }

    @Test
    void anEventThatHasNotEndedIsNotTold() {
        assertThat(new ServerSentEvents().read("data: half\n".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }
}
