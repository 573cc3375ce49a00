package io.playcaller.contracts.fact;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * From here on scores are made by this model; broadcast by health-service. A grade that changes only for this reason opens
 * nothing.
 *
 * @param contentHash SHA-256 of the model's files, hex
 * @param version the name that people use
 * @param files the model itself, contents by name, so that the log needs nobody to say what it meant; null in records of
 *     before
 */
public record ModelActivated(
        String contentHash, String version, @Nullable Map<String, String> files) {

    public ModelActivated {
        files = files == null ? null : Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /** Of a model whose files are known otherwise. */
    public ModelActivated(String contentHash, String version) {
        this(contentHash, version, null);
    }
}
