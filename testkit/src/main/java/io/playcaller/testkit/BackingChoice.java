package io.playcaller.testkit;

import java.util.function.BooleanSupplier;

/**
 * Which backing the tests use, and why.
 *
 * @param containers containers, else embedded services
 * @param reason shown to people
 */
record BackingChoice(boolean containers, String reason) {

    /** The system property that chooses: {@code embedded} (default), {@code containers} or {@code auto}. */
    static final String PROPERTY = "playcaller.test.backing";

    /**
     * @param wanted the value of the property
     * @param dockerAnswers asked for {@code auto} only
     * @throws IllegalArgumentException for any other value
     */
    static BackingChoice of(String wanted, BooleanSupplier dockerAnswers) {
        return switch (wanted) {
            case "embedded" -> new BackingChoice(false, "the default; -D" + PROPERTY + "=auto asks Docker");
            case "containers" -> new BackingChoice(true, "asked for by -D" + PROPERTY);
            case "auto" ->
                dockerAnswers.getAsBoolean()
                        ? new BackingChoice(true, "Docker answers")
                        : new BackingChoice(false, "Docker does not answer");
            default ->
                throw new IllegalArgumentException(
                        "-D%s: expected embedded, containers or auto, got %s".formatted(PROPERTY, wanted));
        };
    }

    static BackingChoice fromSystemProperty() {
        return of(System.getProperty(PROPERTY, "embedded"), ContainerBacking::isAvailable);
    }

    Backing start() {
        return containers ? ContainerBacking.start() : EmbeddedBacking.start();
    }
}
