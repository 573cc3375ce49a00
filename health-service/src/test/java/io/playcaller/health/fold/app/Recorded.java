package io.playcaller.health.fold.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.Event;
import io.playcaller.contracts.EventType;
import io.playcaller.contracts.FactOrigin;
import io.playcaller.contracts.WireJson;
import io.playcaller.health.fold.FactScope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A fact of an account as the module of the wire has recorded it: there is one of every type, and with every field. */
record Recorded(String name, EventType type, JsonNode data) {

    private static final Path DIRECTORY = Path.of("../contracts/src/test/resources/recorded");

    /** All that the fold of an account reads, by name. */
    static List<Recorded> all() {
        try (Stream<Path> files = Files.walk(DIRECTORY)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Recorded::read)
                    .filter(recorded -> FactScope.of(recorded.type) == FactScope.ACCOUNT)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Recorded read(Path file) {
        try {
            JsonNode recorded = WireJson.mapper().readTree(file.toFile());
            EventType type =
                    EventType.ofWire(recorded.at("/headers/ce_type").asText()).orElseThrow();
            return new Recorded(file.getFileName().toString(), type, recorded.get("data"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same of another account, at another time. */
    Event<?> of(String accountId, Instant at) {
        ObjectNode ours = data.<ObjectNode>deepCopy().put("accountId", accountId);
        Envelope envelope = new Envelope(accountId + "/" + name, "recorded", at, accountId, FactOrigin.LIVE, at, 0);
        return Event.of(envelope, WireJson.read(WireJson.write(ours), type.record()));
    }
}
