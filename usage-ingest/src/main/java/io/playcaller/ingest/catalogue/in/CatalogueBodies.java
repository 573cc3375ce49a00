package io.playcaller.ingest.catalogue.in;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.ingest.catalogue.NameRule;
import io.playcaller.ingest.json.JsonFields;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what is said of names in requests. */
final class CatalogueBodies {

    private static final String MEANINGFUL = "meaningful";
    private static final String COUNTS_AS = "countsAs";

    private CatalogueBodies() {}

    static NameRule rule(String name, JsonFields body) {
        body.rejectUnknown(Set.of(MEANINGFUL, COUNTS_AS));
        Boolean meaningful = body.has(MEANINGFUL) ? body.bool(MEANINGFUL, true) : null;
        return new NameRule(name, meaningful, alias(body));
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
