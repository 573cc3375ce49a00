package io.playcaller.router.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.router.Signals;
import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.rules.in.RuleFiles;
import io.playcaller.router.run.StepMessages;
import io.playcaller.router.run.StepState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A step waits for two messages, of which one comes back when the other has long arrived. */
class MessageThatComesBackLateTest {

    private static final String PLAYS = """
            from: shipped
            plays:
              - key: gone-silent
                steps:
                  - {key: first, title: First, ask: It asks., kind: digital, message: {template: gone-silent-1}}
                  - {key: second, title: Second, ask: It asks., kind: digital, message: {template: gone-silent-2}}
                  - {key: reach, title: Reach, ask: Reach them., needs: [first, second], after: 3d}
            """;

    private static final StepMessages SENT = new StepMessages(0, 1, 0, null);
    private static final StepMessages CAME_BACK = new StepMessages(0, 0, 1, "It came back (5.1.1).");

    @TempDir
    private Path directory;

    @Test
    void itPutsWhatWaitsForItWithOthersNotOff() throws IOException {
        // Given: both went out at once
        RunLife life = new RunLife(rules());
        life.messages("first", SENT);
        life.messages("second", SENT);
        life.say(Signals.of("a")
                .reason(Reason.USAGE_SILENT)
                .tier("tech-touch")
                .owner("csm", "ben")
                .build());
        life.look();

        // When
        life.pass(Duration.ofDays(2));
        life.messages("first", CAME_BACK);
        life.look();

        // Then: it is three days after they went out
        assertThat(life.state("first")).isEqualTo(StepState.SKIPPED);
        life.pass(Duration.ofHours(23));
        assertThat(life.open()).isEmpty();
        life.pass(Duration.ofHours(2));
        assertThat(life.open()).containsExactly("reach");
    }

    private RouterRules rules() throws IOException {
        Files.writeString(directory.resolve("plays.yaml"), PLAYS);
        Files.copy(Path.of("src/test/resources/rules/directory.yaml"), directory.resolve("directory.yaml"));
        return new RuleFiles(Optional.of(directory)).contents().read();
    }
}
