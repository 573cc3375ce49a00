package io.playcaller.ingest.config;

import io.playcaller.chassis.yaml.ConfigFolder;
import java.util.List;

/** The files that {@code playcaller.ingest.config-dir} may hold; for each that is not there the one that ships. */
public final class IngestFiles {

    public static final String WEBHOOKS = "webhooks.yaml";
    public static final String PRIVACY = "privacy.yaml";
    public static final String EXCLUSIONS = "exclusions.yaml";

    public static final ConfigFolder FOLDER = new ConfigFolder(
            "playcaller.ingest.config-dir", List.of(WEBHOOKS, PRIVACY, EXCLUSIONS), IngestFiles.class, "/ingest/");

    private IngestFiles() {}
}
