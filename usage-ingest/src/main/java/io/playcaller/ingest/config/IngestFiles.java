package io.playcaller.ingest.config;

import io.playcaller.chassis.yaml.ConfigFiles;
import io.playcaller.chassis.yaml.ConfigFolder;
import io.playcaller.chassis.yaml.ConfigProblems;
import io.playcaller.chassis.yaml.YamlMap;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The files that {@code playcaller.ingest.config-dir} may hold; for each that is not there the one that ships. */
public final class IngestFiles {

    public static final String WEBHOOKS = "webhooks.yaml";
    public static final String PRIVACY = "privacy.yaml";
    public static final String EXCLUSIONS = "exclusions.yaml";
    public static final String DOMAINS = "domains.yaml";

    private static final ConfigFolder FOLDER = new ConfigFolder(
            "playcaller.ingest.config-dir",
            List.of(WEBHOOKS, PRIVACY, EXCLUSIONS, DOMAINS),
            IngestFiles.class,
            "/ingest/");

    /** Environment variables, and settings with a dot in their names. */
    private static final Pattern SETTING = Pattern.compile("[A-Z][A-Z0-9_]*|[a-z][a-zA-Z0-9-]*(?:\\.[a-zA-Z0-9-]+)+");

    private IngestFiles() {}

    /**
     * Reads one of them strictly.
     *
     * @param directory an own one, if any
     * @param reading notes its faults in the map; what it returns counts only when there are none
     * @throws io.playcaller.chassis.yaml.ConfigException listing every fault, those of the directory and unknown keys among them
     */
    public static <T> T read(Optional<Path> directory, String name, Function<YamlMap, T> reading) {
        ConfigFiles files = FOLDER.read(directory);
        ConfigProblems problems = new ConfigProblems();
        problems.addAll(files.faults());
        YamlMap file = files.parse(name, problems);
        T read = reading.apply(file);
        file.rejectUnknown();
        problems.orThrow();
        return read;
    }

    /** The name of a setting as a fault may show it. What looks like none may be the secret itself, written in its place. */
    public static String shown(String setting) {
        return SETTING.matcher(setting).matches() ? setting : "of the name that stands there";
    }
}
