package io.playcaller.cli.evaluate;

import io.playcaller.cli.JsonFile;
import io.playcaller.cli.Terminal;
import io.playcaller.contracts.WireJson;
import io.playcaller.lab.HealthLab;
import io.playcaller.lab.Input;
import io.playcaller.lab.Settings;
import io.playcaller.lab.figures.Figures;
import io.playcaller.lab.figures.FiguresText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code evaluate health}. */
@Command(
        name = "health",
        description = {
            "Replay what happened through the engine, and say how well the health score foretold how it ended: AUC with an"
                    + " interval, lift, calibration, per measure and reason, beside simpler means.",
            "docs/accuracy.md describes the files and what the figures mean."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class HealthEvaluateCommand implements Callable<Integer> {

    private static final int MOST_DRAWS = 100_000;
    private static final int FEWEST_DRAWS = 100;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--events",
            required = true,
            paramLabel = "FILE",
            description = "what happened: account_id,ts,type,value; .csv or .csv.gz")
    private Path events;

    @Option(
            names = "--labels",
            required = true,
            paramLabel = "FILE",
            description = "how it ended: account_id,as_of and a column of 0 and 1")
    private Path labels;

    @Option(
            names = "--outcome",
            defaultValue = "y",
            paramLabel = "COLUMN",
            description = "the column where 1 is a bad end; default y")
    private String outcome;

    @Option(
            names = "--scorecard",
            paramLabel = "FILE",
            description = "a scorecards.yaml, or a folder of model files; default: those that ship")
    private @Nullable Path scorecard;

    @Option(names = "--mapping", paramLabel = "FILE", description = "what rows become; default: the one that ships")
    private @Nullable Path mapping;

    @Option(
            names = "--since",
            paramLabel = "AS_OF",
            description = "judge units from here on; those before teach what has to be taught; default: all do both")
    private @Nullable String since;

    @Option(
            names = "--draws",
            defaultValue = "1000",
            paramLabel = "N",
            description = "how often accounts are drawn for the interval; default 1000")
    private int draws;

    @Option(
            names = "--check",
            description = "compute every score twice, in a life and at once, and refuse when they differ")
    private boolean check;

    @Mixin
    private JsonFile json = new JsonFile();

    @Override
    public Integer call() throws IOException {
        Bounds.require(spec, "--draws", draws, FEWEST_DRAWS, MOST_DRAWS);
        Terminal terminal = Terminal.of(spec);
        Figures figures = evaluate(new ReplayProgress(terminal));
        terminal.lines(FiguresText.lines(figures));
        json.write(WireJson.write(figures));
        return 0;
    }

    private Figures evaluate(ReplayProgress progress) {
        HealthLab lab = new HealthLab(
                new Input(events, labels, outcome, Optional.ofNullable(mapping), Optional.ofNullable(scorecard)),
                new Settings(Optional.ofNullable(since), draws, check));
        return lab.evaluate(progress);
    }
}
