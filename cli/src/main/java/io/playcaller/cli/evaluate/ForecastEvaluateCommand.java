package io.playcaller.cli.evaluate;

import io.playcaller.cli.JsonFile;
import io.playcaller.cli.Terminal;
import io.playcaller.contracts.WireJson;
import io.playcaller.forecast.lab.figures.ContractFigures;
import io.playcaller.forecast.lab.figures.ContractFiguresText;
import io.playcaller.forecast.lab.figures.ContractLab;
import io.playcaller.forecast.lab.file.ContractFile;
import io.playcaller.forecast.lab.file.ContractRow;
import io.playcaller.forecast.lab.file.Matrix;
import io.playcaller.forecast.lab.peer.out.SklearnPeer;
import io.playcaller.forecast.lab.truth.TruthCheck;
import io.playcaller.forecast.lab.truth.TruthFigures;
import io.playcaller.forecast.lab.truth.TruthFiguresText;
import io.playcaller.forecast.lab.truth.World;
import io.playcaller.quickstart.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code evaluate forecast}. */
@Command(
        name = "forecast",
        description = {
            "Learn renewals from contracts whose end is known, with the learner of renewal-forecast, and say how well it foretold those"
                    + " that had no part in it: AUC with an interval, lift, Brier, log loss, calibration.",
            "docs/forecast-accuracy.md describes the file and what the figures mean."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class ForecastEvaluateCommand implements Callable<Integer> {

    private static final String SCRIPT = "bench/forecast/sklearn_logistic.py";
    private static final int MOST_FOLDS = 50;
    private static final int FEWEST_DRAWS = 100;
    private static final int MOST_DRAWS = 100_000;
    private static final int MOST_COMPANIES = 1_000;

    private final Home home;

    @Spec
    private CommandSpec spec;

    /** What is judged: exactly one. */
    static final class Subject {

        @Option(
                names = "--contracts",
                paramLabel = "FILE",
                description = "contracts: id, outcome, and what was known; .csv or .csv.gz")
        private @Nullable Path contracts;

        @Option(
                names = "--generated",
                paramLabel = "COMPANIES",
                description = "so many generated companies, whose true probabilities are known")
        private @Nullable Integer generated;
    }

    @ArgGroup(multiplicity = "1")
    private Subject subject = new Subject();

    @Option(
            names = "--folds",
            defaultValue = "5",
            paramLabel = "N",
            description = "folds, or with dates parts after the first; default 5")
    private int folds;

    @Option(names = "--seed", defaultValue = "42", paramLabel = "N", description = "deals and draws; default 42")
    private int seed;

    @Option(
            names = "--draws",
            defaultValue = "1000",
            paramLabel = "N",
            description = "how often accounts are drawn for the interval; default 1000")
    private int draws;

    @Option(
            names = "--peer",
            paramLabel = "PYTHON",
            arity = "0..1",
            fallbackValue = "python3",
            description = "also by scikit-learn, with this program (python3): agreement and time")
    private @Nullable String peer;

    @Mixin
    private JsonFile json = new JsonFile();

    public ForecastEvaluateCommand(Home home) {
        this.home = home;
    }

    @Override
    public Integer call() throws IOException {
        Bounds.require(spec, "--folds", folds, 2, MOST_FOLDS);
        Bounds.require(spec, "--draws", draws, FEWEST_DRAWS, MOST_DRAWS);
        Terminal terminal = Terminal.of(spec);
        Object figures = subject.contracts != null
                ? contracts(subject.contracts, terminal)
                : generated(subject.generated == null ? 0 : subject.generated, terminal);
        json.write(WireJson.write(figures));
        return 0;
    }

    private List<TruthFigures> generated(int companies, Terminal terminal) {
        Bounds.require(spec, "--generated", companies, 1, MOST_COMPANIES);
        Terminal progress = Terminal.ofProgress(spec);
        List<TruthFigures> all = new ArrayList<>();
        for (World world : World.values()) {
            TruthFigures figures =
                    TruthCheck.of(world, companies, seed, new CompanyProgress(progress, world, companies));
            terminal.lines(all.isEmpty() ? List.of() : List.of(""));
            terminal.lines(TruthFiguresText.lines(figures));
            all.add(figures);
        }
        return all;
    }

    private ContractFigures contracts(Path path, Terminal terminal) {
        List<ContractRow> rows = ContractFile.read(path);
        Matrix matrix = Matrix.of(rows);
        ContractLab lab = new ContractLab(rows, matrix, new ContractLab.Settings(folds, seed, draws));
        ContractFigures figures = lab.evaluate();
        String absent = "";
        if (peer != null) {
            try {
                figures = figures.with(new SklearnPeer(peer, home.root().resolve(SCRIPT))
                        .compare(
                                rows,
                                matrix,
                                lab.foldOf(),
                                rows.get(0).ends() == null ? folds : 0,
                                seed,
                                figures.fits()));
            } catch (SklearnPeer.AbsentException e) {
                absent = "SKIPPED: the peer. It takes Python with scikit-learn, such as Debian's python3-sklearn; "
                        + e.getMessage();
            }
        }
        terminal.lines(ContractFiguresText.lines(figures));
        if (!absent.isEmpty()) {
            terminal.lines(List.of("", absent));
        }
        return figures;
    }
}
