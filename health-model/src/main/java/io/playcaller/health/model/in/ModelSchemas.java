package io.playcaller.health.model.in;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The JSON Schemas of the files of a model, which editors check files with while they are written. */
public final class ModelSchemas {

    private ModelSchemas() {}

    /** That of a file by its name; empty for one that has none. Sums, names in other files and bounds of windows the reader alone knows. */
    public static Optional<String> of(String file) {
        if (!file.equals(ScorecardsFile.NAME)) {
            return Optional.empty();
        }
        try (InputStream in = ModelSchemas.class.getResourceAsStream("/health/schemas/scorecards.json")) {
            if (in == null) {
                throw new IllegalStateException("scorecards.json is not in the application");
            }
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
