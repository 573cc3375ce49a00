package io.playcaller.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Messages as once written, append-only: every build reads all of them. A file is never changed, which {@code SHA256SUMS}
 * guards; a new optional field gets a new file beside the old one, and a new line there.
 */
class RecordedMessagesTest {

    private static final Path SUMS = Recording.DIRECTORY.resolve("SHA256SUMS");

    @ParameterizedTest
    @MethodSource("recordings")
    void everyRecordedMessageIsReadAndWrittenWithoutLoss(Recording recording) throws IOException {
        Event<?> event = recording.with(recording.data());

        assertThat(WireJson.mapper().readTree(WireJson.write(event.data()))).isEqualTo(recording.data());
        assertThat(EventCodec.envelope(EventCodec.headers(event.envelope(), event.type())))
                .isEqualTo(event.envelope());
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void everyRecordedMessageIsValidByTheShippedSchema(Recording recording) throws IOException {
        try (InputStream shipped = EventType.class.getResourceAsStream("/" + SchemaFiles.path(recording.type()))) {
            var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(new String(shipped.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
            assertThat(schema.validate(recording.data().toString(), InputFormat.JSON))
                    .isEmpty();
        }
    }

    @Test
    void everyTypeHasARecording() {
        Set<EventType> recorded = Recording.all().stream()
                .map(Recording::type)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(EventType.class)));

        assertThat(recorded).containsExactlyInAnyOrder(EventType.values());
    }

    @Test
    void everyOptionalFieldHasARecording() {
        Map<EventType, Set<String>> missing = new EnumMap<>(EventType.class);
        for (Recording recording : recordings()) {
            SchemaWalk walk = SchemaWalk.of(recording.type(), recording.data());
            missing.computeIfAbsent(recording.type(), type -> new TreeSet<>()).addAll(walk.optionalInSchema);
        }
        for (Recording recording : recordings()) {
            missing.get(recording.type()).removeAll(SchemaWalk.of(recording.type(), recording.data()).seen);
        }

        assertThat(missing.values()).as(missing.toString()).allMatch(Set::isEmpty);
    }

    @Test
    void noRecordingWasEverChanged() throws IOException, NoSuchAlgorithmException {
        Map<String, String> sums = new TreeMap<>();
        for (Recording recording : recordings()) {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(recording.file()));
            sums.put(recording.toString(), HexFormat.of().formatHex(sum));
        }

        Map<String, String> stated = Files.readAllLines(SUMS).stream()
                .map(line -> line.split(" {2}", 2))
                .collect(Collectors.toMap(line -> line[1], line -> line[0]));

        assertThat(sums)
                .as("put a recording back as it was; add a new one, with its line")
                .isEqualTo(stated);
    }

    static List<Recording> recordings() {
        return Recording.all();
    }
}
