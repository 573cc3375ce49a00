package io.playcaller.chassis.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.playcaller.contracts.JsonFault;

/** What Jackson could not read, as a problem. */
public final class JsonProblems {

    private JsonProblems() {}

    /** 400: the body is no JSON, or not the JSON that was expected; the field is a JSON pointer. */
    public static Problem of(JsonProcessingException broken) {
        JsonFault fault = JsonFault.of(broken);
        return Problem.badField(
                fault.malformed() ? "json.malformed" : "json.mismatch",
                fault.field(),
                fault.expected(),
                fault.actual());
    }
}
