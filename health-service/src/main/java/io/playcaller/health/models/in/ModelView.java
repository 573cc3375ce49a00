package io.playcaller.health.models.in;

import io.playcaller.health.models.Activation;
import io.playcaller.health.models.StoredModel;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A model with its files.
 *
 * @param activations the newest first
 */
public record ModelView(
        String hash,
        String version,
        String author,
        String reason,
        Instant createdAt,
        Map<String, String> files,
        List<Activation> activations) {

    static ModelView of(StoredModel model, List<Activation> activations) {
        return new ModelView(
                model.hash(),
                model.version(),
                model.author(),
                model.reason(),
                model.createdAt(),
                model.files(),
                activations);
    }
}
