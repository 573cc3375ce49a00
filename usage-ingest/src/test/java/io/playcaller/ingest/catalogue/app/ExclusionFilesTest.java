package io.playcaller.ingest.catalogue.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.playcaller.chassis.yaml.ConfigException;
import io.playcaller.ingest.catalogue.ExclusionRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExclusionFilesTest {

    @TempDir
    private Path directory;

    @Test
    void theOneThatShipsNamesNobody() {
        assertThat(ExclusionFiles.read(Optional.empty())).isEqualTo(ExclusionRules.NONE);
    }

    @Test
    void eachPartMayStandAlone() throws IOException {
        assertThat(read("bots: {user-agents: [Googlebot]}"))
                .isEqualTo(new ExclusionRules(Set.of(), Set.of(), Map.of(), List.of("googlebot")));
        assertThat(read("staff: {email-domains: [makers.example], user-ids: [u-17], traits: {role: [support]}}"))
                .isEqualTo(new ExclusionRules(
                        Set.of("makers.example"), Set.of("u-17"), Map.of("role", Set.of("support")), List.of()));
    }

    @Test
    void whatWouldTellCustomersIsSaid() {
        ConfigException refused = catchThrowableOfType(ConfigException.class, () -> read("""
                staff:
                  email-domains: ["@makers.example"]
                  user-id: [u-17]
                bots:
                  user-agents: [bot]
                """));

        assertThat(refused.problems().stream().map(Object::toString))
                .containsExactly(
                        at(2, "staff.email-domains: has what is no domain: @makers.example; write example.com"),
                        at(3, "staff.user-id: is unknown; did you mean `user-ids`?"),
                        at(
                                5,
                                "bots.user-agents: has `bot`, which stands in the names of phones, too;"
                                        + " write at least 4 characters, such as Googlebot"));
    }

    private ExclusionRules read(String file) throws IOException {
        Files.writeString(directory.resolve("exclusions.yaml"), file);
        return ExclusionFiles.read(Optional.of(directory));
    }

    private String at(int line, String fault) {
        return directory.resolve("exclusions.yaml") + ":" + line + " " + fault;
    }
}
