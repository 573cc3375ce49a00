package io.playcaller.contracts;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * CloudEvents 1.0 in Kafka's binary content mode: attributes in {@code ce_*} headers, data as JSON in the value. Written
 * by hand and not with the CloudEvents SDK because health-service reads every event of the company through it (ADR
 * 0004); a test holds it against the SDK in both directions.
 */
public final class EventCodec {

    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String TIME = "ce_time";
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String DATA_SCHEMA = "ce_dataschema";
    public static final String ACCOUNT_ID = "ce_accountid";
    public static final String ORIGIN = "ce_origin";
    public static final String RECEIVED_AT = "ce_receivedat";
    public static final String REV = "ce_rev";
    public static final String CONTENT_TYPE = "content-type";
    public static final String JSON = "application/json";

    private static final Header VERSION_1_0 = header(SPEC_VERSION, "1.0");
    private static final Header OF_JSON = header(CONTENT_TYPE, JSON);
    private static final Map<EventType, Header> TYPES = headers(EventType.class, type -> header(TYPE, type.wire()));
    private static final Map<EventType, Header> SCHEMAS =
            headers(EventType.class, type -> header(DATA_SCHEMA, type.dataSchema()));
    private static final Map<FactOrigin, Header> ORIGINS =
            headers(FactOrigin.class, origin -> header(ORIGIN, origin.wire()));

    private EventCodec() {}

    /** The headers of {@code event}; its value is {@code WireJson.write(event.data())}. */
    public static Headers headers(Envelope envelope, EventType type) {
        Headers headers = new RecordHeaders();
        headers.add(VERSION_1_0);
        headers.add(header(ID, envelope.id()));
        headers.add(header(SOURCE, envelope.source()));
        headers.add(TYPES.get(type));
        headers.add(header(TIME, WireTime.write(envelope.time())));
        headers.add(SCHEMAS.get(type));
        if (envelope.accountId() != null) {
            headers.add(header(ACCOUNT_ID, envelope.accountId()));
        }
        headers.add(ORIGINS.get(envelope.origin()));
        headers.add(header(RECEIVED_AT, WireTime.write(envelope.receivedAt())));
        if (envelope.rev() != 0) {
            headers.add(header(REV, Long.toString(envelope.rev())));
        }
        headers.add(OF_JSON);
        return headers;
    }

    /**
     * Reads a record whole.
     *
     * @return empty when its type is one that only a newer version knows
     * @throws UnreadableEventException when an attribute is missing or malformed or the value is not of its type
     */
    public static Optional<Event<?>> read(Headers headers, byte @Nullable [] value) {
        String wireType = required(headers, TYPE);
        EventType type = EventType.ofWire(wireType).orElse(null);
        if (type == null) {
            return Optional.empty();
        }
        if (value == null) {
            throw new UnreadableEventException("", "a JSON object", "absent", null);
        }
        return Optional.of(new Event<>(envelope(headers), type, WireJson.read(value, type.record())));
    }

    /** Reads the envelope only: no JSON is touched. */
    public static Envelope envelope(Headers headers) {
        Instant time = instant(TIME, required(headers, TIME));
        String origin = text(headers, ORIGIN);
        String receivedAt = text(headers, RECEIVED_AT);
        String rev = text(headers, REV);
        return new Envelope(
                required(headers, ID),
                required(headers, SOURCE),
                time,
                text(headers, ACCOUNT_ID),
                origin == null ? FactOrigin.LIVE : FactOrigin.ofWire(origin),
                receivedAt == null ? time : instant(RECEIVED_AT, receivedAt),
                rev == null ? 0 : number(REV, rev));
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** What is the same in most records is made once. */
    private static <E extends Enum<E>> Map<E, Header> headers(Class<E> of, Function<E, Header> header) {
        Map<E, Header> headers = new EnumMap<>(of);
        for (E value : of.getEnumConstants()) {
            headers.put(value, header.apply(value));
        }
        return headers;
    }

    private static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static String required(Headers headers, String name) {
        String value = text(headers, name);
        if (value == null || value.isEmpty()) {
            throw new UnreadableEventException(name, "a text", "absent", null);
        }
        return value;
    }

    private static Instant instant(String name, String value) {
        try {
            return WireTime.read(value);
        } catch (DateTimeException e) {
            throw new UnreadableEventException(name, "an RFC 3339 time such as 2026-01-31T09:00:00Z", value, e);
        }
    }

    private static long number(String name, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new UnreadableEventException(name, "a whole number", value, e);
        }
    }
}
