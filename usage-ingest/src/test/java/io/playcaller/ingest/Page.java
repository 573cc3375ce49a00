package io.playcaller.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.WireJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of {@code docs}, or the README beside it, so that what it shows can be tried. */
public record Page(String text) {

    private static final Path ROOT = Path.of("..");
    private static final Pattern JSON = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
    private static final Pattern PUT =
            Pattern.compile("curl -u \\$CRM: -X PUT localhost:8081(\\S+) .*?-d '(.*?)'", Pattern.DOTALL);

    /** A record that a call puts. */
    public record Put(String path, JsonNode body) {}

    public static Page of(String file) throws IOException {
        return new Page(Files.readString(ROOT.resolve(file)));
    }

    /** Its blocks of JSON. */
    public List<JsonNode> examples() throws IOException {
        List<JsonNode> examples = new ArrayList<>();
        Matcher matcher = JSON.matcher(text);
        while (matcher.find()) {
            examples.add(WireJson.mapper().readTree(matcher.group(1)));
        }
        return examples;
    }

    /** Its calls that put a record of the register. */
    public List<Put> puts() throws IOException {
        List<Put> puts = new ArrayList<>();
        Matcher matcher = PUT.matcher(text);
        while (matcher.find()) {
            puts.add(new Put(matcher.group(1), WireJson.mapper().readTree(matcher.group(2))));
        }
        return puts;
    }
}
