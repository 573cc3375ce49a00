package io.playcaller.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.mapping.Mapping;
import io.playcaller.mapping.MappingFile;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ShippedMappingTest {

    @Test
    void theShippedMappingReads() throws Exception {
        try (InputStream in = Objects.requireNonNull(ImportCommand.class.getResourceAsStream("ravenstack.yaml"))) {
            Mapping mapping =
                    MappingFile.read("ravenstack.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));

            assertThat(mapping.sections())
                    .extracting(section -> section.kind().word())
                    .containsExactly("account", "contract", "loss", "usage", "ticket", "survey");
        }
    }
}
