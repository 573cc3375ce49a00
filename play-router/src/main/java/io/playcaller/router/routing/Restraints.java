package io.playcaller.router.routing;

import io.playcaller.router.silence.Silence;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What holds signals back besides the rules, as of one transaction.
 *
 * @param silences those in force
 * @param braked episodes whose run would be one too many, with why
 */
public record Restraints(List<Silence> silences, Map<UUID, String> braked) {

    public static final Restraints NONE = new Restraints(List.of(), Map.of());

    public Restraints {
        silences = List.copyOf(silences);
        braked = Map.copyOf(braked);
    }
}
