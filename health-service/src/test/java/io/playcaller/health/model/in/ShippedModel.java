package io.playcaller.health.model.in;

import io.playcaller.health.engine.model.HealthModel;
import java.util.Optional;

/** The model that the service ships, for tests of other packages. */
public final class ShippedModel {

    private ShippedModel() {}

    public static HealthModel read() {
        return ModelFolder.read("model-dir", Optional.empty()).model();
    }
}
