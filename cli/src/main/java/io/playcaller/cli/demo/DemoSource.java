package io.playcaller.cli.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.cli.Refused;
import io.playcaller.cli.http.Answer;
import io.playcaller.cli.http.Session;
import io.playcaller.contracts.WireJson;
import io.playcaller.quickstart.Service;

/** Registers the source that will go silent. */
final class DemoSource {

    private static final String QUIET_AFTER = "PT20S";

    private DemoSource() {}

    /** Its write key. */
    static String create(Session session) {
        ObjectNode wanted = WireJson.mapper().createObjectNode();
        wanted.put("name", DemoCompany.SILENT_SOURCE).put("quietAfter", QUIET_AFTER);
        wanted.putArray("feeds").add("usage");
        wanted.putArray("scopes").add("events");
        Answer answer = session.post(Service.USAGE_INGEST, "/v1/sources", wanted);
        if (!answer.ok()) {
            throw new Refused("usage-ingest does not register the source %s: %s"
                    .formatted(DemoCompany.SILENT_SOURCE, answer.detail()));
        }
        return answer.body().path("writeKey").asText();
    }
}
