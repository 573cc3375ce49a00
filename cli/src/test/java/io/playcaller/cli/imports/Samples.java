package io.playcaller.cli.imports;

import io.playcaller.mapping.Mapping;
import io.playcaller.mapping.MappingFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A small company in CSV files, with every kind of fault that real ones have. */
final class Samples {

    private Samples() {}

    static Path folder() {
        URL mapping = Objects.requireNonNull(Samples.class.getResource("sample/mapping.yaml"));
        try {
            return Path.of(mapping.toURI()).resolveSibling(".").normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static String mappingText() {
        try {
            return Files.readString(folder().resolve("mapping.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Mapping mapping() {
        return MappingFile.read("mapping.yaml", mappingText());
    }
}
