package io.playcaller.cli.bench;

import io.playcaller.bench.Door;
import io.playcaller.bench.DoorBench;
import io.playcaller.bench.DoorFigures;
import io.playcaller.bench.Shape;
import io.playcaller.cli.Installation;
import io.playcaller.cli.Refused;
import io.playcaller.cli.http.Answer;
import io.playcaller.cli.http.Http;
import io.playcaller.cli.http.Session;
import io.playcaller.quickstart.Home;
import io.playcaller.quickstart.Part;
import io.playcaller.quickstart.RunState;
import io.playcaller.quickstart.Service;
import io.playcaller.quickstart.clock.MachineTime;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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
    private static final Map<String, Object> SOURCE = Map.of(
            "name",
            "bench",
            "feeds",
            List.of("usage"),
            "scopes",
            List.of("events"),
            "quietAfter",
            "P3650D",
            "eventsPerSecond",
            1_000_000);

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

    @Option(names = "--json", paramLabel = "FILE", description = "write the figures there, too")
    private @Nullable Path file;

    public IngestBenchCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        require("--seconds", seconds, MOST_SECONDS);
        require("--warm-up", warmUp, MOST_SECONDS);
        require("--lanes", lanes, MOST_LANES);
        PrintWriter out = spec.commandLine().getOut();
        Installation here = Installation.running(home);
        String run = Long.toString(System.nanoTime(), Character.MAX_RADIX);
        DoorBench bench = new DoorBench(
                door(here), run, Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds), MachineTime.source());
        List<DoorFigures> figures = new ArrayList<>();
        for (Shape shape : only == null ? List.of(Shape.values()) : List.of(only)) {
            figures.add(bench.measure(shape, lanes, step -> {
                out.println("  " + step);
                out.flush();
            }));
        }
        out.println(FiguresTable.of(figures));
        out.flush();
        if (file != null) {
            Files.write(file, FiguresTable.json(figures));
        }
        return 0;
    }

    private static void require(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new Refused("%s must be between 1 and %d, is %d".formatted(option, most, value));
        }
    }

    private Door door(Installation here) {
        Answer source = Session.open(here, new Http()).post(Service.USAGE_INGEST, "/v1/sources", SOURCE);
        if (!source.ok()) {
            throw new Refused("usage-ingest makes no source to measure with: " + source.detail());
        }
        return new Door(
                URI.create(here.settings().url(Service.USAGE_INGEST)),
                source.body().path("writeKey").asText(),
                pid());
    }

    private long pid() {
        return RunState.read(home.runState()).stream()
                .flatMap(state -> state.parts().stream())
                .filter(part -> part.name().equals(Service.USAGE_INGEST.module()))
                .mapToLong(Part::pid)
                .findFirst()
                .orElseThrow(() -> new Refused("no usage-ingest runs here; see ./playcaller status"));
    }
}
