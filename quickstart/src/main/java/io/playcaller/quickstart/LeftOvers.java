package io.playcaller.quickstart;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Services whose supervisor was killed: they still run, and nobody watches them. */
public final class LeftOvers {

    private static final long GRACE_SECONDS = 25;

    private LeftOvers() {}

    /** Ends them and waits; the names of those that were found. Call only while no supervisor lives. */
    public static List<String> end(RunState state) {
        List<Part> found =
                state.parts().stream().filter(part -> process(part).isPresent()).toList();
        found.forEach(part -> process(part).ifPresent(ProcessHandle::destroy));
        found.forEach(part -> process(part).ifPresent(LeftOvers::awaitEnd));
        return found.stream().map(Part::name).toList();
    }

    private static Optional<ProcessHandle> process(Part part) {
        if (part.pid() == 0) {
            return Optional.empty();
        }
        return ProcessHandle.of(part.pid())
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .commandLine()
                        .map(line -> line.contains(ServiceProcess.MARK + part.name()))
                        .orElse(false));
    }

    private static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
