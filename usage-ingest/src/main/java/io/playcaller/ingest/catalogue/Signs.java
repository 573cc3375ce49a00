package io.playcaller.ingest.catalogue;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an event shows of who sat before the screen; judged when it is taken, and kept nowhere.
 *
 * @param email null where none is said
 * @param userAgent null where none is said
 * @param impersonated whether the product says that one of its own people acted as this person
 * @param traits of the person, those that are single values
 */
public record Signs(
        @Nullable String email, @Nullable String userAgent, boolean impersonated, Map<String, String> traits) {

    public static final Signs NONE = new Signs(null, null, false, Map.of());

    public Signs {
        traits = Map.copyOf(traits);
    }
}
