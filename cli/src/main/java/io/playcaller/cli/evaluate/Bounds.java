package io.playcaller.cli.evaluate;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What options may be. */
final class Bounds {

    private Bounds() {}

    /** @throws ParameterException naming the option, when its value is not from {@code least} to {@code most} */
    static void require(CommandSpec of, String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ParameterException(of.commandLine(), "%s must be from %d to %d".formatted(option, least, most));
        }
    }
}
