package io.playcaller.ingest.catalogue.in;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.ingest.catalogue.NameRule;
import io.playcaller.ingest.json.JsonFields;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what is said and asked of names in requests. */
final class CatalogueBodies {

    private static final String MEANINGFUL = "meaningful";
    private static final String COUNTS_AS = "countsAs";
    private static final String A_TIME = "a time with zone, such as 2026-03-01T09:00:00Z";

    private CatalogueBodies() {}

    static NameRule rule(String name, JsonFields body) {
        body.rejectUnknown(Set.of(MEANINGFUL, COUNTS_AS));
        Boolean meaningful = body.has(MEANINGFUL) ? body.bool(MEANINGFUL, true) : null;
        return new NameRule(name, meaningful, alias(body));
    }

    /** Whose names are to be forgotten. */
    static String source(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw missing("source", "the name of a source");
        }
        return text;
    }

    /** From when on. */
    static Instant since(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw missing("since", A_TIME);
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new ProblemException(Problem.badField("field.invalid", "since", A_TIME, text));
        }
    }

    private static ProblemException missing(String parameter, String expected) {
        return new ProblemException(Problem.badField("field.missing", parameter, expected, "absent"));
    }

    private static NameRule.@Nullable Alias alias(JsonFields body) {
        JsonNode stated = body.node(COUNTS_AS);
        if (stated == null) {
            return null;
        }
        JsonFields alias = JsonFields.of(stated, body.at(COUNTS_AS));
        alias.rejectUnknown(Set.of("name", "from"));
        return new NameRule.Alias(alias.text("name"), alias.instant("from"));
    }
}
