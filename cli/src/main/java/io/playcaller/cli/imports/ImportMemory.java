package io.playcaller.cli.imports;

import io.playcaller.cli.Refused;
import io.playcaller.contracts.Ids;
import io.playcaller.mapping.Shift;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What an installation remembers of the imports of one mapping: the shift of the first, which all later ones use, and the
 * run that a killed command left open, which the next one goes on with.
 */
public final class ImportMemory {

    private static final String SHIFT = "shift-days";
    private static final String OPEN_RUN = "open-run";

    private final Path folder;
    private final Properties kept = new Properties();

    public ImportMemory(Path folder) {
        this.folder = folder;
        Path file = folder.resolve("import.properties");
        if (Files.exists(file)) {
            try {
                kept.load(new StringReader(Files.readString(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    OptionalLong shiftDays() {
        String days = kept.getProperty(SHIFT);
        return days == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(days));
    }

    /** Keeps the shift; a second import with another one would put the same rows at two times. */
    void keepShift(Shift shift) {
        OptionalLong before = shiftDays();
        if (before.isPresent() && before.getAsLong() != shift.days()) {
            throw new Refused(
                    "these files were imported with dates moved by %d days, and now they would be by %d; import them as before, or start anew with ./playcaller reset"
                            .formatted(before.getAsLong(), shift.days()));
        }
        kept.setProperty(SHIFT, Long.toString(shift.days()));
        save();
    }

    /** The run of this import: the one left open, or a new one. */
    public String beginRun() {
        String open = kept.getProperty(OPEN_RUN);
        String run = open == null ? "backfill-" + Ids.next() : open;
        keepRun(run);
        return run;
    }

    public void endRun() {
        keepRun(null);
    }

    private void keepRun(@Nullable String run) {
        if (run == null) {
            kept.remove(OPEN_RUN);
        } else {
            kept.setProperty(OPEN_RUN, run);
        }
        save();
    }

    Path ledger() {
        return folder.resolve("delivered");
    }

    private void save() {
        StringBuilder text = new StringBuilder();
        kept.stringPropertyNames().stream()
                .sorted()
                .forEach(name -> text.append(name)
                        .append('=')
                        .append(kept.getProperty(name))
                        .append('\n'));
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("import.properties"), text);
        } catch (IOException e) {
            throw new Refused("cannot write to %s: %s".formatted(folder, e.getMessage()), e);
        }
    }
}
