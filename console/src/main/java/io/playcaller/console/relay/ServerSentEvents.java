package io.playcaller.console.relay;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the data of server-sent events (WHATWG HTML, 9.2.6) out of chunks that may end anywhere. One stream each. */
public final class ServerSentEvents {

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final List<String> data = new ArrayList<>();
    private boolean afterReturn;

    /** The data of the events that end in {@code chunk}. */
    public List<String> read(byte[] chunk) {
        List<String> events = new ArrayList<>();
        for (byte next : chunk) {
            if (next == '\n' && afterReturn) {
                afterReturn = false;
            } else if (next == '\n' || next == '\r') {
                afterReturn = next == '\r';
                endLine(events);
            } else {
                afterReturn = false;
                line.write(next);
            }
        }
        return events;
    }

    private void endLine(List<String> events) {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        if (text.isEmpty()) {
            if (!data.isEmpty()) {
                events.add(String.join("\n", data));
                data.clear();
            }
        } else if (text.startsWith("data:")) {
            String value = text.substring("data:".length());
            data.add(value.startsWith(" ") ? value.substring(1) : value);
        }
    }
}
