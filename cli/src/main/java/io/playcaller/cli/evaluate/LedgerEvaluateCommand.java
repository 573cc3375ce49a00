package io.playcaller.cli.evaluate;

import io.playcaller.cli.Terminal;
import io.playcaller.cli.imports.ContractRows;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evaluate ledger}. */
@Command(
        name = "ledger",
        description = {
            "Build the contract ledger from the files of an import, and hold it against a plain sum of their rows, quarter by"
                    + " quarter, to the cent.",
            "Says what is in no figure and why. Exits 1 when a sum differs. docs/forecast.md says what the figures mean."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class LedgerEvaluateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "the folder with the files, .csv or .csv.gz")
    private Path folder;

    @Option(
            names = "--mapping",
            required = true,
            paramLabel = "FILE",
            description = "which column becomes what; shipped: ravenstack")
    private String mapping;

    @Option(
            names = "--all",
            description = "name every row that is in no figure, or was repaired, also the doubtful ones")
    private boolean all;

    @Override
    public Integer call() {
        LedgerReckoning reckoning = LedgerReckoning.of(ContractRows.read(mapping, folder));
        Terminal.of(spec).lines(new LedgerText(reckoning, all).lines());
        return reckoning.reconciles() ? 0 : 1;
    }
}
