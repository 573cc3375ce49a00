package io.playcaller.cli.evaluate;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code evaluate}. */
@Command(
        name = "evaluate",
        description = "Say how good a model is, by files or by a simulation. Nothing has to run.",
        mixinStandardHelpOptions = true,
        subcommands = {
            HealthEvaluateCommand.class,
            ForecastEvaluateCommand.class,
            LedgerEvaluateCommand.class,
            LiftEvaluateCommand.class,
            CapacityEvaluateCommand.class
        })
public final class EvaluateCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what: health, forecast, ledger, lift or capacity");
    }
}
