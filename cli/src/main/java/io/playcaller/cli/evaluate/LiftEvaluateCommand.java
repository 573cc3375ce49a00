package io.playcaller.cli.evaluate;

import io.playcaller.cli.JsonFile;
import io.playcaller.cli.Terminal;
import io.playcaller.contracts.WireJson;
import io.playcaller.forecast.engine.lift.GeneratedTrial;
import io.playcaller.forecast.engine.lift.LiftMetric;
import io.playcaller.forecast.engine.lift.LiftProof;
import io.playcaller.forecast.engine.lift.LiftProof.Comparing;
import io.playcaller.forecast.engine.lift.LiftRule;
import io.playcaller.forecast.engine.lift.RunLengths;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code evaluate lift}. */
@Command(
        name = "lift",
        description = {
            "Run a made-up company whose plays have a known lift again and again, look at it every day, and say how often the"
                    + " intervals of the lift contain the truth, and how often a play that does nothing seems to do something.",
            "docs/forecast.md says what the intervals mean."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class LiftEvaluateCommand implements Callable<Integer> {

    private static final List<LiftMetric> METRICS =
            List.of(LiftMetric.RENEWED, LiftMetric.CHURNED, LiftMetric.SCORE, LiftMetric.ARR);
    private static final double MOST_LIFT = 0.1;

    @Spec
    private CommandSpec spec;

    @Option(names = "--lift", defaultValue = "0.08", paramLabel = "SHARE", description = "of renewals; default 0.08")
    private double lift;

    @Option(
            names = "--holdout",
            defaultValue = "0.1",
            split = ",",
            paramLabel = "SHARE",
            description =
                    "of accounts that are held out; several, such as 0.1,0.05, where it differs by tier; default 0.1")
    private List<Double> holdouts = List.of();

    @Option(
            names = "--accounts-a-day",
            defaultValue = "4",
            paramLabel = "N",
            description = "that a play begins on; default 4")
    private double accountsADay;

    @Option(names = "--days", defaultValue = "365", paramLabel = "N", description = "of daily looks; default 365")
    private int days;

    @Option(names = "--repetitions", defaultValue = "1000", paramLabel = "N", description = "default 1000")
    private int repetitions;

    @Option(names = "--seed", defaultValue = "42", paramLabel = "N", description = "default 42")
    private long seed;

    @Mixin
    private JsonFile json = new JsonFile();

    /**
     * What comes out.
     *
     * @param withNoneFromEnd what would come out with no lift if looks counted from the end of runs, which differs by arm
     * @param withNoneAcross what would come out with no lift if accounts of all shares were compared as one; empty with one share
     */
    public record Figures(
            GeneratedTrial trial,
            int repetitions,
            List<LiftProof.Result> withLift,
            List<LiftProof.Result> withNone,
            List<LiftProof.Result> withNoneFromEnd,
            List<LiftProof.Result> withNoneAcross) {}

    @Override
    public Integer call() throws IOException {
        within("--lift", lift, -MOST_LIFT, MOST_LIFT);
        holdouts.forEach(holdout -> within("--holdout", holdout, 0.01, 0.99));
        within("--accounts-a-day", accountsADay, 0.01, 1_000);
        within("--days", days, 1, 3_650);
        within("--repetitions", repetitions, 1, 100_000);
        Figures figures = figures();
        Terminal terminal = Terminal.of(spec);
        terminal.lines(LiftText.lines(figures));
        json.write(WireJson.write(figures));
        return 0;
    }

    private Figures figures() {
        GeneratedTrial trial = trial(lift, RunLengths.defaults());
        return new Figures(
                trial,
                repetitions,
                results(trial, METRICS),
                results(trial(0, trial.runs()), METRICS),
                results(trial(0, trial.runs().fromTheEnd()), List.of(LiftMetric.RENEWED)),
                trial.holdouts().size() == 1 ? List.of() : List.of(across(trial(0, trial.runs()))));
    }

    private GeneratedTrial trial(double trueLift, RunLengths runs) {
        return new GeneratedTrial(trueLift, holdouts, accountsADay, days, runs);
    }

    private List<LiftProof.Result> results(GeneratedTrial trial, List<LiftMetric> metrics) {
        LiftProof proof = new LiftProof(trial, LiftRule.defaults(), repetitions, seed);
        return metrics.stream().map(proof::of).toList();
    }

    private LiftProof.Result across(GeneratedTrial trial) {
        return new LiftProof(trial, LiftRule.defaults(), repetitions, seed, Comparing.ACROSS_SHARES)
                .of(LiftMetric.RENEWED);
    }

    private void within(String option, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            String bounds = Stream.of(least, most)
                    .map(LiftEvaluateCommand::plain)
                    .reduce((a, b) -> a + " to " + b)
                    .orElseThrow();
            throw new ParameterException(spec.commandLine(), option + " must be from " + bounds);
        }
    }

    private static String plain(double bound) {
        return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
    }
}
