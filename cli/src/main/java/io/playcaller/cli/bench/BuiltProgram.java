package io.playcaller.cli.bench;

import io.playcaller.cli.Refused;
import java.nio.file.Files;
import java.nio.file.Path;

/** A packaged program that is measured. */
final class BuiltProgram {

    private BuiltProgram() {}

    /** @throws Refused when it is not there; the message says how to build it */
    static Path of(Path program, String module) {
        if (!Files.exists(program)) {
            throw new Refused("%s is missing; build it with mvn package -pl %s -am".formatted(program, module));
        }
        return program;
    }
}
