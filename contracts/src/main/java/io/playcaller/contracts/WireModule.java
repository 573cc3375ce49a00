package io.playcaller.contracts;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import io.playcaller.contracts.health.MeasureScore;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads what is written and read most, the same as Jackson would by itself, and faster: times, which the JDK formats and
 * parses slowly, and the measures of a score, which are half of each change of health and would be asked for each field by
 * reflection.
 */
final class WireModule {

    private WireModule() {}

    static SimpleModule of() {
        return new SimpleModule("playcaller-wire")
                .addSerializer(Instant.class, new Times())
                .addSerializer(MeasureScore.class, new Measures())
                .addDeserializer(Instant.class, new PlainTimes());
    }

    /** What is not written plainly is Jackson's to read, or to refuse. */
    private static final class PlainTimes extends JsonDeserializer<Instant> {

        @Override
        public Instant deserialize(JsonParser json, DeserializationContext others) throws IOException {
            Instant plain = json.hasToken(JsonToken.VALUE_STRING) ? plain(json.getText()) : null;
            return plain == null ? InstantDeserializer.INSTANT.deserialize(json, others) : plain;
        }

        private static @Nullable Instant plain(String text) {
            try {
                return WireTime.readPlain(text);
            } catch (DateTimeException e) {
                return null;
            }
        }
    }

    private static final class Times extends JsonSerializer<Instant> {

        @Override
        public void serialize(Instant time, JsonGenerator json, SerializerProvider others) throws IOException {
            json.writeString(WireTime.write(time));
        }
    }

    private static final class Measures extends JsonSerializer<MeasureScore> {

        private static final SerializedString MEASURE = new SerializedString("measure");
        private static final SerializedString DIMENSION = new SerializedString("dimension");
        private static final SerializedString VALUE = new SerializedString("value");
        private static final SerializedString POINTS = new SerializedString("points");
        private static final SerializedString WEIGHT = new SerializedString("weight");
        private static final SerializedString FROZEN = new SerializedString("frozen");
        private static final SerializedString SENTENCE = new SerializedString("sentence");

        @Override
        public void serialize(MeasureScore score, JsonGenerator json, SerializerProvider others) throws IOException {
            json.writeStartObject(score);
            json.writeFieldName(MEASURE);
            json.writeString(score.measure());
            json.writeFieldName(DIMENSION);
            json.writeString(score.dimension());
            if (score.value() != null) {
                json.writeFieldName(VALUE);
                json.writeNumber(score.value());
            }
            if (score.points() != null) {
                json.writeFieldName(POINTS);
                json.writeNumber(score.points());
            }
            json.writeFieldName(WEIGHT);
            json.writeNumber(score.weight());
            json.writeFieldName(FROZEN);
            json.writeBoolean(score.frozen());
            json.writeFieldName(SENTENCE);
            json.writeString(score.sentence());
            json.writeEndObject();
        }
    }
}
