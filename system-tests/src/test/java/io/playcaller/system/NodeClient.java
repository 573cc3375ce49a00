package io.playcaller.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.playcaller.testkit.node.NodeProof;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A script of usage-ingest's tests that drives a client of npm.
 *
 * @param script which prints the ids that it sent, by kind, on its last line; warnings of Node come before
 * @param name what its events and their account begin with
 * @param door where it sends them
 * @param idPrefix what the door puts before its ids
 * @param kinds of calls whose events are in the log
 */
record NodeClient(String script, String name, String door, String idPrefix, List<String> kinds) implements Client {

    private static final Path SCRIPTS = Path.of("../usage-ingest/src/test/node");
    private static final Duration LIMIT = Duration.ofMinutes(20);

    @Override
    public String account() {
        return name + "-account";
    }

    @Override
    public List<String> send(int events, int perSecond) throws IOException {
        NodeProof.Outcome outcome = NodeProof.of(SCRIPTS)
                .run(
                        LIMIT,
                        Map.of(),
                        script,
                        door,
                        Installation.KEYS.get("web"),
                        Integer.toString(events),
                        name,
                        Integer.toString(perSecond));
        if (outcome.exitCode() != 0) {
            throw new IOException(script + " ended with " + outcome.exitCode() + ": " + outcome.output());
        }
        String said = outcome.output().strip();
        JsonNode sent = new ObjectMapper().readTree(said.substring(said.lastIndexOf('\n') + 1));
        return kinds.stream().flatMap(kind -> ids(sent.path(kind))).toList();
    }

    private Stream<String> ids(JsonNode sent) {
        return StreamSupport.stream(sent.spliterator(), false).map(id -> idPrefix + id.textValue());
    }
}
