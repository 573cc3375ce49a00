package io.playcaller.ingest.source.in;

import io.playcaller.contracts.fact.Feed;
import io.playcaller.ingest.json.JsonFields;
import io.playcaller.ingest.source.Scope;
import io.playcaller.ingest.source.Source;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what is said of sources in requests. */
final class SourceBodies {

    private static final Set<String> CREATION = Set.of("name", "feeds", "scopes", "quietAfter", "eventsPerSecond");
    private static final Set<String> CHANGE = Set.of("feeds", "quietAfter", "eventsPerSecond");
    private static final String NAME = "[a-z0-9][a-z0-9._-]{0,62}";
    private static final Duration QUIET_AFTER = Duration.ofHours(6);
    private static final int MAX_EVENTS_PER_SECOND = 1_000_000;

    private SourceBodies() {}

    /** A source, and what its first key may do. */
    record Wanted(Source source, Set<Scope> scopes) {}

    static Wanted wanted(JsonFields body) {
        body.rejectUnknown(CREATION);
        String name = body.text("name");
        if (!name.matches(NAME)) {
            throw body.invalid("name", "lower-case letters, digits, . _ and -, at most 63", name);
        }
        return new Wanted(source(body, name), KeyBodies.scopes(body));
    }

    static Source change(JsonFields body, String name) {
        body.rejectUnknown(CHANGE);
        return source(body, name);
    }

    private static Source source(JsonFields body, String name) {
        return Source.declared(name, body.words("feeds", Feed.class), quietAfter(body), eventsPerSecond(body));
    }

    private static @Nullable Integer eventsPerSecond(JsonFields body) {
        Long stated = body.optionalInteger("eventsPerSecond", 1, MAX_EVENTS_PER_SECOND);
        return stated == null ? null : stated.intValue();
    }

    private static Duration quietAfter(JsonFields body) {
        String text = body.optionalText("quietAfter");
        try {
            Duration duration = text == null ? QUIET_AFTER : Duration.parse(text);
            if (duration.toSeconds() > 0) {
                return duration;
            }
        } catch (DateTimeException e) {
            throw body.invalid("quietAfter", "a duration, such as PT6H", String.valueOf(text));
        }
        throw body.invalid("quietAfter", "at least a second", String.valueOf(text));
    }
}
