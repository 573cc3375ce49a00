package io.playcaller.ingest.door.webhook;

import io.playcaller.ingest.json.JsonFields;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a field gets its value.
 *
 * @param words what the tool's words mean in ours; an empty one means nothing. Empty when its words are ours
 * @param otherwise what stands for an absent value, and for one that is none of {@code words}; null for nothing
 * @param prefix stands before the value, so that ids of two tools cannot meet
 * @param epoch the unit of a time that is a number; null for ISO 8601
 */
public record Value(
        Where where,
        Map<String, String> words,
        @Nullable String otherwise,
        String prefix,
        @Nullable Epoch epoch) {

    public Value {
        words = Map.copyOf(words);
    }

    /** What stands at a JSON pointer, as it is. */
    public static Value at(String pointer) {
        return new Value(Where.at(pointer), Map.of(), null, "", null);
    }

    /** The same, translated. */
    Value meaning(Map<String, String> translations, @Nullable String elsewise) {
        return new Value(where, translations, elsewise, prefix, epoch);
    }

    /** Empty when there is none. Refused when it is none of the words and nothing stands for it. */
    Step<Optional<String>> read(Sent sent) {
        return where.text(sent).then(this::of);
    }

    /** The same, of what would stand there. */
    Step<Optional<String>> of(Optional<String> stated) {
        return stated.map(this::meaning).orElseGet(() -> Step.kept(standIn()));
    }

    private Step<Optional<String>> meaning(String text) {
        if (words.isEmpty()) {
            return Step.kept(Optional.of(prefix + (epoch == null ? text : epoch.iso(text))));
        }
        String word = words.get(text);
        if (word != null) {
            return Step.kept(Optional.of(word).filter(meant -> !meant.isEmpty()));
        }
        return otherwise == null
                ? Step.refused(Refusal.field(
                        Refusal.FIELD_INVALID,
                        where.name(),
                        "one of " + String.join(", ", new TreeSet<>(words.keySet())),
                        JsonFields.brief((Object) text)))
                : Step.kept(standIn());
    }

    private Optional<String> standIn() {
        return Optional.ofNullable(otherwise).filter(text -> !text.isEmpty());
    }
}
