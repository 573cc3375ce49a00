package io.playcaller.cli.bench;

import io.playcaller.bench.EventToTask;
import io.playcaller.bench.Target;
import io.playcaller.cli.Installation;
import io.playcaller.cli.Refused;
import io.playcaller.cli.clock.BusinessTime;
import io.playcaller.cli.http.Http;
import io.playcaller.cli.http.Session;
import io.playcaller.quickstart.Home;
import io.playcaller.quickstart.Secrets;
import io.playcaller.quickstart.Service;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench task}. */
@Command(
        name = "task",
        description = "From the 2xx of an event that crosses a threshold to its task readable over HTTP. Adds accounts"
                + " named bench-….",
        mixinStandardHelpOptions = true)
public final class TaskBenchCommand implements Callable<Integer> {

    private static final int MOST = 1_000;

    private final Home home;

    @Spec
    private CommandSpec spec;

    @Option(names = "--runs", defaultValue = "50", paramLabel = "N", description = "how often; default 50")
    private int runs;

    public TaskBenchCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (runs < 1 || runs > MOST) {
            throw new Refused("--runs must be between 1 and %d, is %d".formatted(MOST, runs));
        }
        PrintWriter out = spec.commandLine().getOut();
        String batch = Long.toString(System.nanoTime(), Character.MAX_RADIX);
        Installation here = Installation.running(home);
        LocalDate today = LocalDate.ofInstant(new BusinessTime(here.settings()).instant(), ZoneOffset.UTC);
        var measured = new EventToTask(target(here), batch).measure(runs, today, done -> {
            if (done % 10 == 0) {
                out.println("  %d of %d".formatted(done, runs));
                out.flush();
            }
        });
        out.println("event accepted to task readable: " + measured);
        out.flush();
        return 0;
    }

    private static Target target(Installation here) {
        return new Target(
                URI.create(here.settings().url(Service.USAGE_INGEST)),
                URI.create(here.settings().url(Service.PLAY_ROUTER)),
                here.secrets().writeKey(Secrets.WEB),
                here.secrets().writeKey(Secrets.CRM),
                Session.open(here, new Http()).token());
    }
}
