package io.playcaller.cli.letters;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code letters}. */
@Command(
        name = "letters",
        description = "What could not be used: find it, read it, mend it, replay it.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ListLettersCommand.class,
            ShowLetterCommand.class,
            ReplayLettersCommand.class,
            FixLetterCommand.class
        })
public final class LettersCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what: list, show, replay or fix");
    }
}
