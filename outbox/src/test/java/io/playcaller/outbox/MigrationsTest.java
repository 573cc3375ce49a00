package io.playcaller.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    /**
     * Flyway passes over versions that are newer than its own, but not over a repeatable script that it does not have: a replica of
     * before would not start again. And of a version between this module's and a service's it would say that it comes too late.
     */
    @Test
    void whatIsAddedToTheTablesIsAMigrationOfEachServiceAndNoneOfThisModule() throws IOException, URISyntaxException {
        URL first = Objects.requireNonNull(getClass().getResource("/db/outbox/V0_2__outbox.sql"));
        List<String> scripts;
        try (Stream<Path> files = Files.list(Path.of(first.toURI()).getParent())) {
            scripts = files.map(file -> file.getFileName().toString()).toList();
        }

        assertThat(scripts).containsExactly("V0_2__outbox.sql");
    }
}
