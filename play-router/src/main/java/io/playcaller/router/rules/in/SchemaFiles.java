package io.playcaller.router.rules.in;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The JSON Schemas of the files of the router, which editors check files with while they are written. */
public final class SchemaFiles {

    private SchemaFiles() {}

    /** The schema of a file, such as {@code plays.yaml}; empty for a file that is none of the router's. */
    public static Optional<String> of(String file) {
        if (!RuleFiles.NAMES.contains(file)) {
            return Optional.empty();
        }
        String place = "/router/schemas/" + file.replace(".yaml", ".json");
        try (InputStream in = SchemaFiles.class.getResourceAsStream(place)) {
            if (in == null) {
                throw new IllegalStateException(place + " is not in the application");
            }
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
