package io.playcaller.health.engine.model;

/**
 * Which model this is.
 *
 * @param contentHash SHA-256 of the files that it was read from, hex
 * @param name the name that people use, such as {@code default-1}
 */
public record ModelVersion(String contentHash, String name) {

    public ModelVersion {
        Require.text("contentHash", contentHash);
        Require.text("name", name);
    }
}
