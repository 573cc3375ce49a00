package io.playcaller.router.delivery.jira;

import java.util.List;
import java.util.Map;

/** Plain text in Atlassian's document format: a paragraph a line. */
public final class Adf {

    private static final String TYPE = "type";
    private static final String CONTENT = "content";

    private Adf() {}

    /** Blank lines are left out: a text node must hold something. */
    public static Map<String, Object> document(String text) {
        List<Map<String, Object>> paragraphs =
                text.lines().filter(line -> !line.isBlank()).map(Adf::paragraph).toList();
        return Map.of(TYPE, "doc", "version", 1, CONTENT, paragraphs);
    }

    private static Map<String, Object> paragraph(String line) {
        return Map.of(TYPE, "paragraph", CONTENT, List.of(Map.of(TYPE, "text", "text", line)));
    }
}
