package io.playcaller.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** How events are sent to the door: as SDKs send them, each event with an id of its own and a known account. */
public enum Shape {
    TRACK("track, one a request", "/v1/track", 1, false),
    BATCH("batch of 100", "/v1/batch", 100, false),
    GZIP("batch of 100, gzip", "/v1/batch", 100, true);

    /** So that events spread over partitions as those of a company's customers would. */
    private static final int ACCOUNTS = 1_000;

    private final String title;
    private final String path;
    private final int events;
    private final boolean gzip;

    Shape(String title, String path, int events, boolean gzip) {
        this.title = title;
        this.path = path;
        this.events = events;
        this.gzip = gzip;
    }

    public String title() {
        return title;
    }

    public String path() {
        return path;
    }

    /** Events in one request. */
    public int events() {
        return events;
    }

    /** Whether the body is compressed. */
    public boolean gzip() {
        return gzip;
    }

    /**
     * The body of a request.
     *
     * @param run names the measurement: no two share an id
     * @param number of the request within it
     * @param sentAt when its events happened and were sent
     */
    byte[] body(String run, long number, String sentAt) {
        StringBuilder json = new StringBuilder(300 * events);
        if (events == 1) {
            event(json, run, number, sentAt);
        } else {
            json.append("{\"sentAt\":\"").append(sentAt).append("\",\"batch\":[");
            for (int i = 0; i < events; i++) {
                event(json.append(i == 0 ? "" : ","), run, number * events + i, sentAt);
            }
            json.append("]}");
        }
        byte[] text = json.toString().getBytes(StandardCharsets.UTF_8);
        return gzip ? compressed(text) : text;
    }

    private void event(StringBuilder json, String run, long event, String at) {
        long account = event % ACCOUNTS;
        json.append("{\"type\":\"track\",\"messageId\":\"")
                .append(run)
                .append('-')
                .append(name())
                .append('-')
                .append(event)
                .append("\",\"userId\":\"u-")
                .append(event % (7 * ACCOUNTS))
                .append(
                        "\",\"event\":\"Report Exported\",\"properties\":{\"format\":\"pdf\",\"pages\":12,\"shared\":true},")
                .append("\"context\":{\"groupId\":\"bench-")
                .append(account)
                .append("\",\"library\":{\"name\":\"analytics-node\",\"version\":\"3.1.0\"}},\"timestamp\":\"")
                .append(at)
                .append("\"}");
    }

    private static byte[] compressed(byte[] text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
