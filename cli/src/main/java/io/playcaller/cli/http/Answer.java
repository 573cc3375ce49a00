package io.playcaller.cli.http;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a service answered.
 *
 * @param body a missing node when there was no JSON
 */
public record Answer(int status, JsonNode body) {

    public boolean ok() {
        return status / 100 == 2;
    }

    /** The stable code of a problem document, such as {@code field.missing}; the status where it carries none. */
    public String code() {
        return code(body, status);
    }

    /** The code of a problem document inside an answer. */
    public static String code(JsonNode problem, int status) {
        String type = problem.path("type").asText("");
        return type.startsWith("urn:playcaller:problem:")
                ? type.substring("urn:playcaller:problem:".length())
                : "http-" + status;
    }

    /** Why, for people. */
    public String detail() {
        return body.path("detail").asText(body.path("title").asText("status " + status));
    }
}
