package io.playcaller.cli.letters;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.cli.Installation;
import io.playcaller.cli.http.Http;
import io.playcaller.cli.http.Session;
import io.playcaller.quickstart.Home;
import io.playcaller.quickstart.Service;
import java.util.Map;

/** The letters of a running installation, over HTTP. */
final class Desk {

    private static final String PATH = "/v1/dead-letters";

    private final Session session;

    private Desk(Session session) {
        this.session = session;
    }

    static Desk of(Home home) {
        return new Desk(Session.open(Installation.running(home), new Http()));
    }

    JsonNode page(Map<String, Object> question) {
        return session.get(Service.USAGE_INGEST, PATH + "?" + LetterFilterOptions.query(question))
                .orRefused(Service.USAGE_INGEST);
    }

    JsonNode letter(String id) {
        return session.get(Service.USAGE_INGEST, PATH + "/" + id).orRefused(Service.USAGE_INGEST);
    }

    /** @param correction empty to replay it as it came */
    JsonNode replay(String id, Map<String, Object> correction) {
        return session.post(Service.USAGE_INGEST, PATH + "/" + id + "/replay", correction)
                .orRefused(Service.USAGE_INGEST);
    }

    JsonNode round(Map<String, Object> question) {
        return session.post(Service.USAGE_INGEST, PATH + "/replay", question).orRefused(Service.USAGE_INGEST);
    }
}
