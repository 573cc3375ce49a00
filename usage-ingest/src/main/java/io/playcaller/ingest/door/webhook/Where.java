package io.playcaller.ingest.door.webhook;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.ingest.json.JsonFields;
import io.playcaller.ingest.privacy.Needs;
import io.playcaller.ingest.privacy.Treatment;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a value stands in what a tool sent. */
public sealed interface Where {

    /** Its text; empty when it is absent, null or blank. Refused when an object or array stands there. */
    Step<Optional<String>> text(Sent sent);

    /** What a refusal calls it: a pointer into the body, or the name of a header. */
    String name();

    /** Its pointer into the body; empty when it does not stand there. */
    default Optional<String> inBody() {
        return Optional.empty();
    }

    /** That what stands there is needed, if it stands in the body; a header is read only where the mapping names it. */
    default Needs needed(Set<Treatment> allowed) {
        return inBody().map(pointer -> Needs.at(pointer, allowed)).orElse(Needs.NONE);
    }

    /** In the body. */
    record InBody(JsonPointer pointer) implements Where {

        @Override
        public Step<Optional<String>> text(Sent sent) {
            JsonNode node = sent.body().at(pointer);
            if (node.isContainerNode()) {
                return Step.refused(Refusal.field(
                        Refusal.FIELD_INVALID, name(), "a text, a number, true or false", JsonFields.brief(node)));
            }
            return Step.kept(
                    node.isNull()
                            ? Optional.empty()
                            : Optional.of(node.asText()).filter(text -> !text.isBlank()));
        }

        @Override
        public String name() {
            return pointer.toString();
        }

        @Override
        public Optional<String> inBody() {
            return Optional.of(name());
        }
    }

    /** In a header. */
    record InHeader(String name) implements Where {

        public InHeader {
            name = name.toLowerCase(Locale.ROOT);
        }

        @Override
        public Step<Optional<String>> text(Sent sent) {
            return Step.kept(Optional.ofNullable(sent.headers().get(name)).filter(text -> !text.isBlank()));
        }
    }

    /** Nowhere: it is always the same. */
    record Given(String value) implements Where {

        @Override
        public Step<Optional<String>> text(Sent sent) {
            return Step.kept(Optional.of(value));
        }

        @Override
        public String name() {
            return "";
        }
    }

    /** In the body, at a JSON pointer. */
    static Where at(String pointer) {
        return new InBody(JsonPointer.compile(pointer));
    }
}
