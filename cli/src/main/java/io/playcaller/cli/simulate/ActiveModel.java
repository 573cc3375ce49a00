package io.playcaller.cli.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.cli.Installation;
import io.playcaller.cli.Refused;
import io.playcaller.cli.http.Http;
import io.playcaller.cli.http.Session;
import io.playcaller.health.model.in.ModelFiles;
import io.playcaller.lab.simulate.Candidate;
import io.playcaller.quickstart.Service;
import java.util.Map;
import java.util.TreeMap;

/** The model in force, as the running health-service tells it. */
final class ActiveModel {

    private static final int PAGE = 500;

    private ActiveModel() {}

    static ModelFiles of(Installation installation) {
        Session session = Session.open(installation, new Http());
        JsonNode models =
                session.get(Service.HEALTH_SERVICE, "/v1/models?limit=" + PAGE).orRefused(Service.HEALTH_SERVICE);
        for (JsonNode model : models.path("items")) {
            if (model.path("active").asBoolean()) {
                String hash = model.path("hash").asText();
                return files(session.get(Service.HEALTH_SERVICE, "/v1/models/" + hash)
                        .orRefused(Service.HEALTH_SERVICE));
            }
        }
        throw new Refused("health-service says of no model that it is in force; name one: --against");
    }

    private static ModelFiles files(JsonNode model) {
        Map<String, String> texts = new TreeMap<>();
        model.path("files")
                .properties()
                .forEach(file -> texts.put(file.getKey(), file.getValue().asText()));
        return Candidate.of(texts);
    }
}
