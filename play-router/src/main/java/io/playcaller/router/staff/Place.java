package io.playcaller.router.staff;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody stands among us.
 *
 * @param manager staff id; null at the top
 * @param deputy staff id of who takes their accounts' work while they cannot; null for nobody
 * @param pod the small group that shares their accounts; null for none
 * @param team null for none
 * @param pools pools in which they take work that names nobody
 */
public record Place(
        @Nullable String manager,
        @Nullable String deputy,
        @Nullable String pod,
        @Nullable String team,
        Set<String> pools) {

    public Place {
        pools = Set.copyOf(pools);
    }
}
