package io.playcaller.cli.bench;

import io.playcaller.bench.timer.TimerBench;
import io.playcaller.bench.timer.TimerFigures;
import io.playcaller.bench.timer.TimerTerms;
import io.playcaller.cli.JsonFile;
import io.playcaller.cli.Terminal;
import io.playcaller.quickstart.Home;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bench timers}. */
@Command(
        name = "timers",
        description = {
            "Timers of play-router against those of db-scheduler (lock-and-fetch) on the same PostgreSQL, one after the other,"
                    + " with ever more that wait: how many are armed, cancelled and fired a second, and how late they are.",
            "Runs on a Kafka and a PostgreSQL of its own, which go again; nothing else should run meanwhile. Linux only."
        },
        mixinStandardHelpOptions = true)
public final class TimerBenchCommand implements Callable<Integer> {

    private final Home home;

    @Spec
    private CommandSpec spec;

    @Mixin
    private TimerTermsOptions options;

    @Mixin
    private JsonFile json = new JsonFile();

    public TimerBenchCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        OwnMachine.prepare(home);
        TimerTerms terms = options.terms(home);
        TimerSetting setting = TimerSetting.of(terms);
        Terminal.of(spec).line(setting.text());
        TimerFigures figures =
                new TimerBench(home.directory().resolve("bench-timers"), terms, this::progress).run(options.load());
        Terminal.of(spec).line(TimerTable.of(figures));
        json.write(TimerTable.json(figures, setting));
        return 0;
    }

    private void progress(String step) {
        Terminal.ofProgress(spec).line("  " + step);
    }
}
