package io.playcaller.router.offboard;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who leaves had beside tasks and accounts, and whose it is then.
 *
 * @param handOvers of accounts that were to come to them
 * @param silences that they made and that are not over
 * @param deputies whose deputy they were
 */
public record MovedDuties(List<HandOver> handOvers, List<Silence> silences, List<Deputy> deputies) {

    public MovedDuties {
        handOvers = List.copyOf(handOvers);
        silences = List.copyOf(silences);
        deputies = List.copyOf(deputies);
    }

    /**
     * An account that was to come to them.
     *
     * @param to who is to accept it anew; null where nobody else is found: it is withdrawn
     */
    public record HandOver(
            UUID handOverId,
            String accountId,
            String role,
            @Nullable String to) {}

    /**
     * A silence of theirs.
     *
     * @param to who answers for it; null where nobody stands above them: it stays as it is
     */
    public record Silence(
            UUID silenceId, Instant until, @Nullable String to) {}

    /**
     * Somebody whose deputy they were.
     *
     * @param to their new deputy; null where nobody is left
     */
    public record Deputy(String staffId, @Nullable String to) {}
}
