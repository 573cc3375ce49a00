package io.playcaller.router.rules.in;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.chassis.yaml.ConfigException;
import io.playcaller.chassis.yaml.ConfigProblem;
import io.playcaller.router.rules.RouterRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.io.TempDir;

/** A test of rules that stand in files of a directory of its own. */
abstract class RulesFolder {

    @TempDir
    Path directory;

    final void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    final RouterRules read() {
        return new RuleFiles(Optional.of(directory)).contents().read();
    }

    /** Nothing when the rules can be read. */
    final List<ConfigProblem> problems() {
        try {
            read();
            return List.of();
        } catch (ConfigException e) {
            return e.problems();
        }
    }

    /** The same as they are written into the log. */
    final List<String> faults() {
        return problems().stream().map(ConfigProblem::toString).toList();
    }

    /** A fault in a file of the directory, which it names by its path. */
    final ThrowingConsumer<String> starts(String said) {
        return fault -> assertThat(fault).startsWith(directory + "/" + said);
    }
}
