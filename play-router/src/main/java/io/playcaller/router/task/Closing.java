package io.playcaller.router.task;

import java.util.Arrays;
import java.util.Optional;

/** The one closing question: what the task was worth. Precision per reason is computed from it. */
public enum Closing {
    HELPED("helped"),
    NO_EFFECT("no-effect"),
    ALREADY_KNEW("already-knew"),
    FALSE_ALARM("false-alarm"),
    WRONG_PERSON("wrong-person");

    /** The answers, for people. */
    public static final String WORDS = "helped, no-effect, already-knew, false-alarm or wrong-person";

    private final String wire;

    Closing(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }

    public static Optional<Closing> ofWire(String wire) {
        return Arrays.stream(values())
                .filter(closing -> closing.wire.equals(wire))
                .findFirst();
    }
}
