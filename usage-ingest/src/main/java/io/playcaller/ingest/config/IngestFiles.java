package io.playcaller.ingest.config;

import io.playcaller.chassis.yaml.ConfigFolder;
import java.util.List;
import java.util.regex.Pattern;

/** The files that {@code playcaller.ingest.config-dir} may hold; for each that is not there the one that ships. */
public final class IngestFiles {

    public static final String WEBHOOKS = "webhooks.yaml";
    public static final String PRIVACY = "privacy.yaml";
    public static final String EXCLUSIONS = "exclusions.yaml";

    public static final ConfigFolder FOLDER = new ConfigFolder(
            "playcaller.ingest.config-dir", List.of(WEBHOOKS, PRIVACY, EXCLUSIONS), IngestFiles.class, "/ingest/");

    /** Environment variables, and settings with a dot in their names. */
    private static final Pattern SETTING = Pattern.compile("[A-Z][A-Z0-9_]*|[a-z][a-zA-Z0-9-]*(?:\\.[a-zA-Z0-9-]+)+");

    private IngestFiles() {}

    /** The name of a setting as a fault may show it. What looks like none may be the secret itself, written in its place. */
    public static String shown(String setting) {
        return SETTING.matcher(setting).matches() ? setting : "of the name that stands there";
    }
}
