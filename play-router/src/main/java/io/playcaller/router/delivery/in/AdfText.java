package io.playcaller.router.delivery.in;

import com.fasterxml.jackson.databind.JsonNode;

/** The words of a document in Atlassian's format. */
final class AdfText {

    private AdfText() {}

    static String of(JsonNode document) {
        StringBuilder words = new StringBuilder();
        append(words, document);
        return words.toString().strip();
    }

    private static void append(StringBuilder words, JsonNode node) {
        if (node.path("text").isTextual()) {
            words.append(node.path("text").asText());
        }
        node.path("content").forEach(child -> append(words, child));
        if (node.path("type").asText().equals("paragraph")) {
            words.append('\n');
        }
    }
}
