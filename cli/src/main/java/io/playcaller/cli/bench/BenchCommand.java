package io.playcaller.cli.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench}. */
@Command(
        name = "bench",
        description = "Measure what runs here.",
        mixinStandardHelpOptions = true,
        subcommands = {
            TaskBenchCommand.class,
            IngestBenchCommand.class,
            MemoryBenchCommand.class,
            HealthBenchCommand.class,
            TimerBenchCommand.class,
            ForecastBenchCommand.class
        })
public final class BenchCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what: task, ingest, memory, health, timers or forecast");
    }
}
