package io.playcaller.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
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
        board.announce(List.of(Part.waiting("console", "http://localhost:8080", NOW)));
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
    void aChangeThatCannotBeWrittenStopsNobodyAndIsWrittenLater() throws Exception {
        Path file = Files.createDirectory(directory.resolve("full")).resolve("run.json");
        RunBoard board = new RunBoard(file, InstantSource.fixed(NOW));
        board.announce(List.of(Part.waiting("console", "http://localhost:8080", NOW)));
        Files.delete(file);
        Files.delete(file.getParent());

        board.change("console", part -> part.dead("was killed", NOW));
        assertThat(file).doesNotExist();

        Files.createDirectory(file.getParent());
        board.catchUp();
        assertThat(RunState.read(file).orElseThrow().parts())
                .singleElement()
                .extracting(Part::state)
                .isEqualTo(PartState.DEAD);
    }

    @Test
    void whatCannotBeAnnouncedFailsTheStart() {
        RunBoard board = new RunBoard(directory.resolve("nowhere/run.json"), InstantSource.fixed(NOW));

        assertThatThrownBy(() -> board.announce(List.of(Part.waiting("console", "", NOW))))
                .isInstanceOf(QuickstartException.class)
                .hasMessageContaining("nowhere/run.json");
    }

    @Test
    void aFailureStaysToBeReadWhenAllIsStopped() {
        Path file = directory.resolve("run.json");
        RunBoard board = new RunBoard(file, InstantSource.fixed(NOW));
        board.failed("kafka ended with exit code 1");

        board.stopped();

        RunState state = RunState.read(file).orElseThrow();
        assertThat(state.phase()).isEqualTo(Phase.FAILED);
        assertThat(state.failure()).isEqualTo("kafka ended with exit code 1");
    }

    @Test
    void aStateThatIsNoneSaysWhatToDo() throws Exception {
        Path file = directory.resolve("run.json");
        Files.writeString(file, "");

        assertThatThrownBy(() -> RunState.read(file))
                .isInstanceOf(QuickstartException.class)
                .hasMessageContaining("run.json")
                .hasMessageContaining("remove it");
    }

    @Test
    void beforeTheFirstStartThereIsNoState() {
        assertThat(RunState.read(directory.resolve("run.json"))).isEmpty();
    }
}
