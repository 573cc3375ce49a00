package io.playcaller.cli.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.cli.Refused;
import io.playcaller.contracts.Shown;
import io.playcaller.quickstart.Service;

/**
 * What a service answered.
 *
 * @param body a missing node when there was no JSON
 */
public record Answer(int status, JsonNode body) {

    private static final String PROBLEM = "urn:playcaller:problem:";

    public boolean ok() {
        return status / 100 == 2;
    }

    /** The body; refused, with the reason, when the service did not do what it was asked. */
    public JsonNode orRefused(Service service) {
        if (!ok()) {
            throw new Refused("%s answers %d: %s".formatted(service.module(), status, detail()));
        }
        return body;
    }

    /** The stable code of a problem document, such as {@code field.missing /name}; the status where it carries none. */
    public String code() {
        return code(body, status);
    }

    /** The code of a problem document inside an answer, with the field at fault. */
    public static String code(JsonNode problem, int status) {
        String type = problem.path("type").asText("");
        String code = type.startsWith(PROBLEM) ? type.substring(PROBLEM.length()) : "http-" + status;
        return problem.hasNonNull("field")
                ? code + " " + Shown.printable(problem.path("field").asText())
                : code;
    }

    /** Why, for people. */
    public String detail() {
        return Shown.printable(body.path("detail").asText(body.path("title").asText("status " + status)));
    }
}
