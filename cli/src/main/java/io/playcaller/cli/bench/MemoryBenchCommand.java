package io.playcaller.cli.bench;

import io.playcaller.bench.Memory;
import io.playcaller.bench.MemoryBench;
import io.playcaller.bench.Shape;
import io.playcaller.cli.JsonFile;
import io.playcaller.contracts.WireJson;
import io.playcaller.quickstart.Home;
import io.playcaller.quickstart.clock.MachineTime;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench memory}. */
@Command(
        name = "memory",
        description = {
            "Whether usage-ingest holds no more the longer it works: after each minute its heap after a collection, the"
                    + " memory of its process and its threads.",
            "Adds a source named bench and events of accounts named bench-…, each with a claim of some 120 bytes in Redis."
        },
        mixinStandardHelpOptions = true)
public final class MemoryBenchCommand implements Callable<Integer> {

    private static final int MOST_MINUTES = 24 * 60;
    private static final int MOST_EVENTS = 100_000;
    private static final double MEGABYTE = 1 << 20;

    private final Home home;

    @Spec
    private CommandSpec spec;

    @Option(names = "--minutes", defaultValue = "30", paramLabel = "N", description = "how long; default 30")
    private int minutes;

    @Option(names = "--rate", defaultValue = "2000", paramLabel = "N", description = "events a second; default 2000")
    private int rate;

    @Option(names = "--shape", paramLabel = "SHAPE", description = "${COMPLETION-CANDIDATES}; default BATCH")
    private Shape shape = Shape.BATCH;

    @Mixin
    private JsonFile json = new JsonFile();

    public MemoryBenchCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        MeasuredDoor.require("--minutes", minutes, MOST_MINUTES);
        MeasuredDoor.require("--rate", rate, MOST_EVENTS);
        PrintWriter out = spec.commandLine().getOut();
        String run = Long.toString(System.nanoTime(), Character.MAX_RADIX);
        MemoryBench bench = new MemoryBench(MeasuredDoor.of(home), run, MachineTime.source());
        out.println("%s, %d events a second".formatted(shape.title(), rate));
        out.println("minute  heap MB  process MB  threads");
        out.flush();
        List<Memory> held = bench.measure(shape, rate, minutes, (minute, memory) -> {
            out.println(line(minute, memory));
            out.flush();
        });
        json.write(WireJson.write(held));
        return 0;
    }

    private static String line(int minute, Memory memory) {
        return String.format(
                Locale.ROOT,
                "%6d %8.1f %11.1f %8d",
                minute,
                memory.heapBytes() / MEGABYTE,
                memory.residentBytes() / MEGABYTE,
                memory.threads());
    }
}
