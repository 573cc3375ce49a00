package io.playcaller.health.fold.app;

import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.Event;
import io.playcaller.contracts.EventCodec;
import io.playcaller.contracts.EventType;
import io.playcaller.contracts.FactOrigin;
import io.playcaller.contracts.WireJson;
import io.playcaller.contracts.deadletter.Fault;
import io.playcaller.contracts.deadletter.Original;
import io.playcaller.contracts.fact.ClockTicked;
import io.playcaller.contracts.fact.Feed;
import io.playcaller.contracts.fact.SourceAlive;
import io.playcaller.contracts.fact.UsageRecorded;
import io.playcaller.health.fold.LogEntry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A partition's records in memory; each takes the next offset. */
public final class Log {

    private final int partition;
    private final List<LogEntry> entries = new ArrayList<>();

    public Log() {
        this(3);
    }

    public Log(int partition) {
        this.partition = partition;
    }

    public List<LogEntry> entries() {
        return entries;
    }

    public LogEntry.Fact usage(String id, String account, String person, Instant at) {
        return fact(id, account, at, new UsageRecorded(account, "login", "reports", null, person, 1, true));
    }

    public LogEntry.Fact tick(Instant at) {
        return tick(at, at);
    }

    /** A tick that knows of {@code web} only until then. */
    public LogEntry.Fact tick(Instant at, Instant aliveThrough) {
        SourceAlive web = new SourceAlive("web", List.of(Feed.values()), aliveThrough);
        return fact("tick-" + at, null, at, new ClockTicked(at, List.of(web)));
    }

    public LogEntry.Fact fact(String id, @Nullable String account, Instant at, Record data) {
        return fact(new Envelope(id, "web", at, account, FactOrigin.LIVE, at, 0), data);
    }

    /** A fact of the past, as an import tells it. */
    public LogEntry.Fact history(String id, String account, Instant at, Record data) {
        return fact(new Envelope(id, "web", at, account, FactOrigin.BASELINE, at, 0), data);
    }

    public LogEntry.Fact fact(Event<?> event) {
        return fact(event.envelope(), event.data());
    }

    private LogEntry.Fact fact(Envelope envelope, Record data) {
        Map<String, String> headers = new LinkedHashMap<>();
        EventCodec.headers(envelope, EventType.of(data))
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        LogEntry.Fact fact =
                new LogEntry.Fact(entries.size(), Event.of(envelope, data), written(headers, WireJson.write(data)));
        entries.add(fact);
        return fact;
    }

    void unreadable(Fault fault) {
        entries.add(new LogEntry.Unreadable(
                entries.size(), written(Map.of("ce_source", "web"), new byte[] {(byte) 0xff, 1}), fault));
    }

    void unknown() {
        entries.add(new LogEntry.Unknown(entries.size(), written(Map.of("ce_source", "web"), new byte[0])));
    }

    private Original written(Map<String, String> headers, byte[] value) {
        ConsumerRecord<String, byte[]> record =
                new ConsumerRecord<>("customer-events", partition, entries.size(), "key", value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return Original.of(record);
    }
}
