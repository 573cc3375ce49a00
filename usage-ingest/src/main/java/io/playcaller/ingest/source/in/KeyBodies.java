package io.playcaller.ingest.source.in;

import io.playcaller.ingest.json.JsonFields;
import io.playcaller.ingest.source.Environment;
import io.playcaller.ingest.source.KeyRequest;
import io.playcaller.ingest.source.Scope;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** Reads what is said of keys in requests. */
final class KeyBodies {

    private static final Set<String> REQUEST = Set.of("source", "name", "environment", "scopes");
    private static final Set<String> ROTATION = Set.of("overlap");
    private static final Duration OVERLAP = Duration.ofDays(7);
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(90);

    private KeyBodies() {}

    static KeyRequest request(JsonFields body, String createdBy) {
        body.rejectUnknown(REQUEST);
        return new KeyRequest(body.text("source"), body.text("name"), environment(body), scopes(body), createdBy);
    }

    /** Live, when nothing is said. */
    private static Environment environment(JsonFields body) {
        String word = body.optionalText("environment");
        return word == null
                ? Environment.LIVE
                : Environment.of(word).orElseThrow(() -> body.invalid("environment", "live or test", word));
    }

    /** Events, when nothing is said. */
    static Set<Scope> scopes(JsonFields body) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String word : body.texts("scopes")) {
            scopes.add(Scope.of(word).orElseThrow(() -> body.invalid("scopes", "some of events, register", word)));
        }
        return scopes.isEmpty() ? EnumSet.of(Scope.EVENTS) : scopes;
    }

    /** How long the old key opens beside the new one. */
    static Duration overlap(JsonFields body) {
        body.rejectUnknown(ROTATION);
        String text = body.optionalText("overlap");
        try {
            Duration overlap = text == null ? OVERLAP : Duration.parse(text);
            if (!overlap.isNegative() && overlap.compareTo(LONGEST_OVERLAP) <= 0) {
                return overlap;
            }
        } catch (DateTimeException e) {
            throw body.invalid("overlap", "a duration, such as P7D", String.valueOf(text));
        }
        throw body.invalid("overlap", "from PT0S to P90D", String.valueOf(text));
    }
}
