package io.playcaller.cli.bench;

import io.playcaller.bench.health.FoldFigures;
import io.playcaller.bench.health.HealthBench;
import io.playcaller.bench.health.HealthFigures;
import io.playcaller.bench.health.HealthLoad;
import io.playcaller.bench.health.HealthTerms;
import io.playcaller.bench.health.ServiceFigures;
import io.playcaller.bench.health.UnequalPeerException;
import io.playcaller.cli.JsonFile;
import io.playcaller.cli.Refused;
import io.playcaller.cli.Terminal;
import io.playcaller.quickstart.Home;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench health}. */
@Command(
        name = "health",
        description = {
            "What a fact costs health-service, with PostgreSQL and Kafka, against the same engine on Kafka Streams"
                    + " (exactly_once_v2, RocksDB): on the same log, one after the other. Or of health-service alone: how"
                    + " that grows with the accounts, how long a signal and an answer take, what it holds.",
            "Runs on a Kafka and a PostgreSQL of its own, which go again; nothing else should run meanwhile. Linux only."
        },
        mixinStandardHelpOptions = true)
public final class HealthBenchCommand implements Callable<Integer> {

    private static final int FEW = 20_000;
    private static final int MANY = 1_000_000;
    private static final int MOST_SECONDS = 3_600;

    private final Home home;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HealthLogOptions log;

    @Mixin
    private HealthTermsOptions terms;

    @Option(names = "--alone", description = "health-service without the peer")
    private boolean alone;

    @Option(
            names = "--latency",
            defaultValue = "0",
            paramLabel = "SECONDS",
            description =
                    "alone, and then, with facts due at half of the rate that was measured, how long after its fact"
                            + " was due a signal is on Kafka")
    private int latency;

    @Option(
            names = "--reads",
            defaultValue = "0",
            paramLabel = "SECONDS",
            description =
                    "alone, and then, while nothing else runs, how long an account, an account in the past and a page of"
                            + " the list are waited for: each so long one after another, and so long at 50 a second")
    private int reads;

    @Option(
            names = "--held",
            description =
                    "alone, and then what its heap holds, how long a new process takes to own everything, and what"
                            + " three midnights take")
    private boolean held;

    @Option(
            names = "--growth",
            description =
                    "alone, on four logs: 20000 and 1000000 accounts, uniform and with --zipf; --accounts counts not")
    private boolean growth;

    @Mixin
    private JsonFile json = new JsonFile();

    public HealthBenchCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        OwnMachine.prepare(home);
        if (latency != 0) {
            MeasuredDoor.require("--latency", latency, MOST_SECONDS);
        }
        if (reads != 0) {
            MeasuredDoor.require("--reads", reads, MOST_SECONDS);
        }
        HealthTerms how = terms.of(home);
        HealthSetting setting = HealthSetting.of(how);
        HealthBench bench = new HealthBench(home.directory().resolve("bench-health"), how, this::progress);
        Terminal.of(spec).line(setting.text());
        if (growth) {
            grow(bench, setting);
        } else if (alone || held || latency > 0 || reads > 0) {
            alone(bench, setting);
        } else {
            compare(bench, setting);
        }
        return 0;
    }

    private void compare(HealthBench bench, HealthSetting setting) throws IOException, InterruptedException {
        HealthFigures figures;
        try {
            figures = bench.compare(log.load());
        } catch (UnequalPeerException e) {
            throw new Refused("no figures: " + e.getMessage(), e);
        }
        Terminal.of(spec).line(HealthTable.of(figures));
        profile(figures.service());
        profile(figures.peer());
        json.write(HealthTable.json(figures, setting));
    }

    private void alone(HealthBench bench, HealthSetting setting) throws IOException, InterruptedException {
        ServiceFigures figures = bench.alone(log.load(), new HealthBench.Then(latency, reads, held));
        Terminal.of(spec).line(ServiceTable.of(List.of(figures)));
        profile(figures.fold());
        json.write(ServiceTable.json(List.of(figures), setting));
    }

    /** What was measured so far is written after each log. */
    private void grow(HealthBench bench, HealthSetting setting) throws IOException, InterruptedException {
        List<ServiceFigures> all = new ArrayList<>();
        for (HealthLoad load :
                List.of(log.load(FEW, false), log.load(MANY, false), log.load(FEW, true), log.load(MANY, true))) {
            progress("%d accounts, %s".formatted(load.accounts(), load.zipf() ? "Zipf(1)" : "uniform"));
            all.add(bench.alone(load, new HealthBench.Then(0, 0, false)));
            json.write(ServiceTable.json(all, setting));
        }
        Terminal.of(spec).line(ServiceTable.of(all));
        Terminal.of(spec).line(ServiceTable.growth("uniform", all.get(0), all.get(1)));
        Terminal.of(spec).line(ServiceTable.growth("Zipf(1)", all.get(2), all.get(3)));
    }

    private void profile(FoldFigures figures) {
        if (figures.profile() != null) {
            Terminal.of(spec).line(ProfileText.of(figures.name(), figures.profile()));
        }
    }

    private void progress(String step) {
        Terminal.ofProgress(spec).line("  " + step);
    }
}
