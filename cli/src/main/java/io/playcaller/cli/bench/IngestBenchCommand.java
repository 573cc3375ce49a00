package io.playcaller.cli.bench;

import io.playcaller.bench.DoorBench;
import io.playcaller.bench.DoorFigures;
import io.playcaller.bench.Shape;
import io.playcaller.cli.JsonFile;
import io.playcaller.quickstart.Home;
import io.playcaller.quickstart.clock.MachineTime;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench ingest}. */
@Command(
        name = "ingest",
        description = {
            "What an event costs usage-ingest, and how long its answer takes at 70 % of full speed: single calls, batches"
                    + " of 100, batches with gzip. Each is warmed up, measured at full speed and measured at 70 %.",
            "Adds a source named bench and events of accounts named bench-…; nobody should look at health meanwhile."
        },
        mixinStandardHelpOptions = true)
public final class IngestBenchCommand implements Callable<Integer> {

    private static final int MOST_SECONDS = 3_600;
    private static final int MOST_LANES = 512;

    private final Home home;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--seconds",
            defaultValue = "20",
            paramLabel = "N",
            description = "length of each part that is measured, of which a shape has two; default 20")
    private int seconds;

    @Option(
            names = "--warm-up",
            defaultValue = "60",
            paramLabel = "N",
            description =
                    "seconds before that, of each shape; default 60. What an event cost in each 10 s is printed: as long"
                            + " as that falls, compilers are at work and nothing is measured yet")
    private int warmUp;

    @Option(
            names = "--lanes",
            defaultValue = "32",
            paramLabel = "N",
            description = "requests in flight at full speed; default 32")
    private int lanes;

    @Option(names = "--shape", paramLabel = "SHAPE", description = "only this one: ${COMPLETION-CANDIDATES}")
    private @Nullable Shape only;

    @Mixin
    private JsonFile json = new JsonFile();

    public IngestBenchCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        MeasuredDoor.require("--seconds", seconds, MOST_SECONDS);
        MeasuredDoor.require("--warm-up", warmUp, MOST_SECONDS);
        MeasuredDoor.require("--lanes", lanes, MOST_LANES);
        PrintWriter out = spec.commandLine().getOut();
        String run = Long.toString(System.nanoTime(), Character.MAX_RADIX);
        DoorBench bench = new DoorBench(
                MeasuredDoor.of(home),
                run,
                Duration.ofSeconds(warmUp),
                Duration.ofSeconds(seconds),
                MachineTime.source());
        List<DoorFigures> figures = new ArrayList<>();
        for (Shape shape : only == null ? List.of(Shape.values()) : List.of(only)) {
            figures.add(bench.measure(shape, lanes, step -> {
                out.println("  " + step);
                out.flush();
            }));
        }
        out.println(FiguresTable.of(figures));
        out.flush();
        json.write(FiguresTable.json(figures));
        return 0;
    }
}
