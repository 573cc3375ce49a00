package io.playcaller.forecast.process;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.health.AccountSnapshot;
import io.playcaller.contracts.health.Evidence;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalDraft;
import io.playcaller.contracts.health.SignalOrigin;
import io.playcaller.forecast.engine.process.Episode;
import io.playcaller.forecast.engine.process.EpisodeChange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A change of an episode as the other services read it. */
public final class RenewalSignal {

    /** What makes these signals, where signals of health name the model that made them. */
    public static final String MADE_BY = "renewal-process";

    private RenewalSignal() {}

    /**
     * The signal at {@code now}.
     *
     * @param origin of an import what held before the contract was known here
     * @param arr of the contract; null when it is up for renewal no longer
     */
    public static SignalChanged of(
            EpisodeChange change,
            SignalOrigin origin,
            @Nullable Money arr,
            @Nullable AccountSnapshot account,
            Instant now) {
        Episode episode = change.after();
        return SignalDraft.of(episode.episodeId(), episode.reason(), episode.openedAt(), episode.sentence(), MADE_BY)
                .step(episode.transition(), change.state(), now)
                .severity(episode.severity())
                .origin(origin)
                .evidence(episode.evidence().stream()
                        .map(sentence -> new Evidence(sentence, null, null))
                        .toList())
                .accountId(episode.accountId())
                .account(account, arr)
                .build();
    }
}
