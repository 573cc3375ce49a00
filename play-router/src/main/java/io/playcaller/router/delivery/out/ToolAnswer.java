package io.playcaller.router.delivery.out;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.playcaller.contracts.WireJson;
import io.playcaller.router.delivery.Receipt;
import io.playcaller.router.delivery.out.GuardedHttp.Answer;
import java.util.Optional;

/** What a tool that speaks JSON answered: what it comes to follows from its status, why from the tool's own words. */
public interface ToolAnswer {

    Answer http();

    /** Missing where the answer is no JSON, such as a page of something between us and the tool: its status says enough. */
    JsonNode body();

    /** The tool's own words for what is wrong, as they follow the status; empty where it has none. */
    String words();

    static JsonNode json(Answer answer) {
        try {
            return answer.body().isBlank()
                    ? MissingNode.getInstance()
                    : WireJson.mapper().readTree(answer.body());
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    default boolean isFine() {
        return http().isFine();
    }

    default boolean isUnknown() {
        return http().status() == 404;
    }

    /** For people. */
    default String said() {
        return "answered with " + http().status() + words();
    }

    /** By its status; a failure says why. */
    default Receipt byStatus() {
        Receipt plain = http().receipt();
        return plain instanceof Receipt.Failed ? failed() : plain;
    }

    /** It may be taken later, when the tool says. */
    default Receipt failed() {
        return new Receipt.Failed(Optional.of(http().status()), said(), http().retryAfter());
    }

    /** It never will be. */
    default Receipt refused(String because) {
        return new Receipt.Refused(Optional.of(http().status()), because);
    }
}
