package io.playcaller.cli.imports;

import io.playcaller.cli.Refused;
import io.playcaller.mapping.Mapping;
import io.playcaller.mapping.MappingFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Mappings: files, and those that ship. */
final class KnownMappings {

    private KnownMappings() {}

    /** The mapping in the file of that name, else the shipped one. */
    static Mapping find(String name) {
        Path file = Path.of(name);
        try {
            if (Files.isRegularFile(file)) {
                return MappingFile.read(name, Files.readString(file));
            }
            try (InputStream shipped = KnownMappings.class.getResourceAsStream(name + ".yaml")) {
                if (shipped != null) {
                    return MappingFile.read(
                            name + ".yaml (shipped)", new String(shipped.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new Refused("cannot read %s: %s".formatted(name, e.getMessage()), e);
        }
        throw new Refused("there is no mapping %s; name a file, or a shipped one: %s"
                .formatted(name, String.join(", ", List.of("ravenstack"))));
    }
}
