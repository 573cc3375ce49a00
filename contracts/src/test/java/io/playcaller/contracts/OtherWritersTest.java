package io.playcaller.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each recorded message as an older writer would have sent it, and as a newer one might. */
class OtherWritersTest {

    /** A recording, and the pointer of what is different in it. */
    record Variant(Recording recording, JsonPointer at) {

        static Stream<Variant> of(Recording recording, Stream<String> pointers) {
            return pointers.map(pointer -> new Variant(recording, JsonPointer.compile(pointer)));
        }

        JsonNode written(JsonNode data) throws IOException {
            return WireJson.mapper()
                    .readTree(WireJson.write(recording.with(data).data()));
        }

        @Override
        public String toString() {
            return recording + " " + at;
        }
    }

    @ParameterizedTest
    @MethodSource("optionalFields")
    void withoutAnOptionalFieldTheRestIsReadAsItIs(Variant variant) throws IOException {
        JsonNode older = variant.recording().data().deepCopy();
        ((ObjectNode) older.at(variant.at().head())).remove(variant.at().last().getMatchingProperty());

        assertThat(variant.written(older)).isEqualTo(older);
    }

    @ParameterizedTest
    @MethodSource("words")
    void aWordOfANewerWriterIsUnknownAndTheRestIsReadAsItIs(Variant variant) throws IOException {
        JsonNode newer = with(variant, "a-word-of-next-year");

        JsonNode written = variant.written(newer);

        String word = written.at(variant.at()).asText();
        assertThat(word).isEqualToIgnoringCase("unknown");
        assertThat(written).isEqualTo(with(variant, word));
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void aFieldOfANewerWriterIsIgnored(Recording recording) throws IOException {
        ObjectNode newer = recording.data().deepCopy();
        newer.putObject("aFieldOfNextYear").put("of", "any kind");

        assertThat(recording.with(newer)).isEqualTo(recording.with(recording.data()));
    }

    static Stream<Recording> recordings() {
        return Recording.all().stream();
    }

    static Stream<Variant> optionalFields() {
        return recordings()
                .flatMap(recording ->
                        Variant.of(recording, SchemaWalk.of(recording.type(), recording.data()).optional.stream()));
    }

    static Stream<Variant> words() {
        return recordings()
                .flatMap(recording ->
                        Variant.of(recording, SchemaWalk.of(recording.type(), recording.data()).words.stream()));
    }

    private static JsonNode with(Variant variant, String word) {
        JsonNode data = variant.recording().data().deepCopy();
        JsonNode parent = data.at(variant.at().head());
        JsonPointer last = variant.at().last();
        if (parent instanceof ArrayNode list) {
            list.set(last.getMatchingIndex(), word);
        } else {
            ((ObjectNode) parent).put(last.getMatchingProperty(), word);
        }
        return data;
    }
}
