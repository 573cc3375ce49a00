package io.playcaller.router.rules.in;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.chassis.yaml.ConfigException;
import io.playcaller.contracts.WireJson;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Files of rules that somebody sends: a JSON object from file name, such as {@code plays.yaml}, to text. */
public final class SentFiles {

    private static final int MOST = 100;
    private static final int LONGEST_NAME = 255;

    private SentFiles() {}

    /** @throws ProblemException when the body is no such object */
    public static Map<String, String> of(@Nullable String body) {
        JsonNode json = json(body);
        if (!json.isObject()) {
            throw refused("", "a JSON object from file name to text", json.isMissingNode() ? "nothing" : "no object");
        }
        Map<String, String> files = new TreeMap<>();
        json.properties().forEach(field -> {
            if (!field.getValue().isTextual() || field.getKey().length() > LONGEST_NAME) {
                throw refused(
                        "/" + field.getKey(),
                        "the text of a file",
                        String.valueOf(field.getValue().getNodeType()));
            }
            files.put(field.getKey(), field.getValue().textValue());
        });
        if (files.size() > MOST) {
            throw refused("", "at most " + MOST + " files", files.size() + " files");
        }
        return files;
    }

    private static JsonNode json(@Nullable String body) {
        try {
            return WireJson.mapper().readTree(body == null ? "" : body);
        } catch (JsonProcessingException e) {
            throw refused("", "JSON", e.getOriginalMessage());
        }
    }

    /** The faults of files that were sent, all at once. */
    public static Problem problem(ConfigException faults) {
        return Problem.badFields(
                "plays.invalid",
                faults.problems().stream()
                        .map(fault -> new FieldFault(
                                fault.file() + " " + fault.key(),
                                fault.fix(),
                                fault.message() + " (line " + fault.line() + ")"))
                        .toList());
    }

    private static ProblemException refused(String field, String expected, String actual) {
        return new ProblemException(Problem.badField("files.invalid", field, expected, actual));
    }
}
