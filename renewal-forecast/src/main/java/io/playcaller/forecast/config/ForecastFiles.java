package io.playcaller.forecast.config;

import io.playcaller.chassis.yaml.ConfigFiles;
import io.playcaller.chassis.yaml.ConfigFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files of this service: those in a directory, and for each that is not there the one that ships. */
public final class ForecastFiles {

    /** How renewals are worked. */
    public static final String RENEWALS = "renewals.yaml";

    /** How much work there is for how many people. */
    public static final String CAPACITY = "capacity.yaml";

    /** Who is credited for which movement of revenue. */
    public static final String CREDIT = "credit.yaml";

    /** All of them. */
    public static final List<String> NAMES = List.of(CAPACITY, CREDIT, RENEWALS);

    private static final ConfigFolder FOLDER =
            new ConfigFolder("playcaller.forecast.config-dir", NAMES, ForecastFiles.class, "/forecast/");

    private ForecastFiles() {}

    /** What they say now. */
    public static ConfigFiles read(Optional<Path> directory) {
        return FOLDER.read(directory);
    }

    /** The JSON Schema of one of them, which editors check it with; empty for a file that is none of this service's. */
    public static Optional<String> schema(String file) {
        if (!NAMES.contains(file)) {
            return Optional.empty();
        }
        String place = "/forecast/schemas/" + file.replace(".yaml", ".json");
        try (InputStream in = ForecastFiles.class.getResourceAsStream(place)) {
            if (in == null) {
                throw new IllegalStateException(place + " is not in the application");
            }
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
