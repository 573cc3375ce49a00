package io.playcaller.health.engine.episode;

import io.playcaller.health.engine.fact.Freeze;
import io.playcaller.health.engine.model.HealthModel;
import io.playcaller.health.engine.score.Assessor;
import io.playcaller.health.engine.state.AccountState;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The episodes that the facts of a state tell, told or not. */
public final class Tellable {

    private Tellable() {}

    public static Set<UUID> ids(AccountState state, Instant now, HealthModel model) {
        Sight sight = new Watcher(new Assessor(model))
                .watch(
                        state.standing().watch(),
                        state.facts(),
                        Freeze.NOTHING,
                        now.toEpochMilli(),
                        state.standing().boundary(),
                        Past.SETTLED);
        return sight.spells().stream()
                .map(spell -> SignalWriter.episodeId(state.accountId(), spell.rule(), spell.openedAt()))
                .collect(Collectors.toSet());
    }
}
