package io.playcaller.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --json}: where programs read what people are shown. */
public final class JsonFile {

    @Option(names = "--json", paramLabel = "FILE", description = "write the figures there, too")
    private @Nullable Path file;

    /** Nothing where no file was named. */
    public void write(byte[] json) throws IOException {
        if (file != null) {
            Files.write(file, json);
        }
    }
}
