package io.playcaller.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunBoardTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    @TempDir
    Path directory;

    @Test
    void whatTheSupervisorSaysEveryCommandReads() {
        Path file = directory.resolve("run.json");
        RunBoard board = new RunBoard(file, InstantSource.fixed(NOW));
        board.add(Part.waiting("console", "http://localhost:8080", NOW));
        board.change("console", part -> part.starting(4711, NOW));
        board.change("console", part -> part.ready(2.5, NOW));
        board.phase(Phase.READY);

        RunState state = RunState.read(file).orElseThrow();

        assertThat(state.phase()).isEqualTo(Phase.READY);
        assertThat(state.pid()).isEqualTo(ProcessHandle.current().pid());
        assertThat(state.parts())
                .containsExactly(
                        new Part("console", "http://localhost:8080", PartState.READY, 4711, NOW, 2.5, 0, null));
    }

    @Test
    void aPartThatDiedTellsHowAndHowOften() {
        Part part = Part.waiting("console", "", NOW).starting(1, NOW).ready(1, NOW);

        Part again = part.dead("was killed by signal 9", NOW).starting(2, NOW).dead("was killed by signal 9", NOW);

        assertThat(again.restarts()).isEqualTo(2);
        assertThat(again.word()).isEqualTo("was killed by signal 9");
    }

    @Test
    void beforeTheFirstStartThereIsNoState() {
        assertThat(RunState.read(directory.resolve("run.json"))).isEmpty();
    }
}
