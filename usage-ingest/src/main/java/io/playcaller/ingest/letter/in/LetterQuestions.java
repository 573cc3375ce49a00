package io.playcaller.ingest.letter.in;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.chassis.page.Cursor;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.contracts.PointerStep;
import io.playcaller.contracts.deadletter.Place;
import io.playcaller.ingest.json.DoorJson;
import io.playcaller.ingest.json.JsonFields;
import io.playcaller.ingest.json.StorableText;
import io.playcaller.ingest.letter.Correction;
import io.playcaller.ingest.letter.LetterFilter;
import io.playcaller.ingest.letter.LetterState;
import io.playcaller.ingest.letter.Position;
import io.playcaller.ingest.refusal.in.Problems;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what callers ask for; what does not fit is answered with 400, the field, what was expected and what came. */
final class LetterQuestions {

    private static final int MAX_LIMIT = 500;
    private static final int DEFAULT_ROUND = 100;
    private static final int MAX_PAYLOAD = 512_000;
    private static final Set<String> CORRECTION = Set.of("payload", "contentType", "attributes");
    private static final Set<String> ROUND =
            Set.of("place", "source", "reason", "account", "state", "since", "until", "limit", "cursor", "preview");

    private LetterQuestions() {}

    /** What a round of replays is to be. */
    record Round(LetterFilter filter, @Nullable Position after, int limit, boolean preview) {}

    static @Nullable Place place(@Nullable String word) {
        return word == null || word.isEmpty()
                ? null
                : Stream.of(Place.values())
                        .filter(place -> place != Place.UNKNOWN || word.equals("unknown"))
                        .filter(place -> place.name().toLowerCase(Locale.ROOT).equals(word))
                        .findFirst()
                        .orElseThrow(() -> refused(
                                "place", "one of http, kafka, register, health, router, forecast, unknown", word));
    }

    static @Nullable LetterState state(@Nullable String word) {
        return word == null || word.isEmpty()
                ? null
                : LetterState.of(word)
                        .orElseThrow(() -> refused(
                                "state",
                                "one of "
                                        + Stream.of(LetterState.values())
                                                .map(LetterState::word)
                                                .collect(Collectors.joining(", ")),
                                word));
    }

    static @Nullable Instant time(String name, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw refused(name, "a time with zone, such as 2026-03-01T09:00:00Z", text);
        }
    }

    static @Nullable Position cursor(@Nullable String text) {
        return Cursor.read(text, (receivedAt, letterId) -> new Position(Instant.parse(receivedAt), letterId));
    }

    static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    /** Null when the letter is to be replayed as it came: an empty body, or one that changes nothing. */
    static @Nullable Correction correction(byte @Nullable [] body) {
        if (body == null || body.length == 0) {
            return null;
        }
        JsonNode json = Problems.orThrow(DoorJson.parse(body));
        Correction correction = Problems.orThrow(JsonFields.reading(json, fields -> {
            fields.rejectUnknown(CORRECTION);
            return new Correction(payload(fields), fields.optionalText("contentType"), attributes(fields));
        }));
        return correction.equals(new Correction(null, null, Map.of())) ? null : correction;
    }

    /** As text, or as the JSON that it is to be. */
    private static @Nullable String payload(JsonFields fields) {
        JsonNode node = fields.node("payload");
        String payload = node == null ? null : node.isTextual() ? node.textValue() : node.toString();
        if (payload != null && payload.length() > MAX_PAYLOAD) {
            throw fields.invalid("payload", "at most " + MAX_PAYLOAD + " characters", "a longer one");
        }
        if (payload != null && StorableText.hasNul(payload)) {
            throw fields.invalid("payload", "a text without NUL characters", "one with NUL");
        }
        return payload;
    }

    private static Map<String, String> attributes(JsonFields fields) {
        JsonNode node = fields.node("attributes");
        Map<String, String> attributes = new HashMap<>();
        if (node == null) {
            return attributes;
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!entry.getValue().isTextual()
                    || StorableText.hasNul(entry.getKey() + entry.getValue().textValue())) {
                throw fields.invalid(
                        "attributes" + PointerStep.to(entry.getKey()),
                        "a text without NUL characters; an empty one takes it away",
                        entry.getValue());
            }
            attributes.put(entry.getKey(), entry.getValue().textValue());
        }
        return attributes;
    }

    static Round round(byte[] body) {
        JsonNode json = Problems.orThrow(DoorJson.parse(body));
        return Problems.orThrow(JsonFields.reading(json, fields -> {
            fields.rejectUnknown(ROUND);
            Long limit = fields.optionalInteger("limit", 1, MAX_LIMIT);
            JsonNode cursor = fields.node("cursor");
            return new Round(
                    filter(fields),
                    cursor(cursor == null ? null : cursor.asText()),
                    limit == null ? DEFAULT_ROUND : limit.intValue(),
                    fields.bool("preview", false));
        }));
    }

    /** Waiting letters, unless it says otherwise; one that says nothing else is refused. */
    private static LetterFilter filter(JsonFields fields) {
        LetterState state = state(fields.optionalText("state"));
        if (state != null && !state.open()) {
            throw refused("state", "one of waiting, replaying, refused: others are done", state.word());
        }
        LetterFilter filter = new LetterFilter(
                place(fields.optionalText("place")),
                fields.optionalText("source"),
                fields.optionalText("reason"),
                fields.optionalText("account"),
                state == null ? LetterState.WAITING : state,
                fields.optionalInstant("since"),
                fields.optionalInstant("until"));
        if (!filter.narrow()) {
            throw new ProblemException(Problem.badField(
                    "field.missing",
                    "/reason",
                    "at least one of reason, source, place, account, since, until",
                    "absent"));
        }
        return filter;
    }

    private static ProblemException refused(String field, String expected, String actual) {
        return new ProblemException(Problem.badField("field.invalid", field, expected, actual));
    }
}
