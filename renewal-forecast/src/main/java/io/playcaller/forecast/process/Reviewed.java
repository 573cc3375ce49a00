package io.playcaller.forecast.process;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalOrigin;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.forecast.engine.process.Episode;
import io.playcaller.forecast.engine.process.EpisodeChange;
import io.playcaller.forecast.engine.process.Episodes;
import io.playcaller.forecast.engine.process.RenewalCase;
import io.playcaller.forecast.engine.process.RenewalReview;
import io.playcaller.forecast.engine.process.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a look at the renewals of an account comes to.
 *
 * @param standings by contract
 * @param changes of signals, in the order in which they are said
 * @param signals the same as others read them
 */
public record Reviewed(
        String accountId, Map<String, Standing> standings, List<EpisodeChange> changes, List<SignalChanged> signals) {

    /** Looks at {@code account} at {@code now}. */
    public static Reviewed of(LoadedAccount account, RenewalReview review, Instant now) {
        Map<String, List<Episode>> known = account.episodes().stream()
                .filter(episode -> episode.reason() != Reason.LIFE_LOSS_UNREVIEWED)
                .collect(Collectors.groupingBy(Episode::contractId, TreeMap::new, Collectors.toList()));
        Map<String, Standing> standings = new TreeMap<>();
        List<EpisodeChange> changes = new ArrayList<>();
        List<SignalChanged> signals = new ArrayList<>();
        for (RenewalCase renewal : account.renewals()) {
            String contractId = renewal.situation().terms().contractId();
            Standing standing = review.of(renewal, now);
            standings.put(contractId, standing);
            List<Episode> its = known.getOrDefault(contractId, List.of());
            known.remove(contractId);
            List<EpisodeChange> next = changes(account, renewal, standing, its, now);
            changes.addAll(next);
            LocalDate since = account.knownSince()
                    .getOrDefault(contractId, renewal.situation().today());
            next.forEach(change -> signals.add(signal(account, renewal, change, origin(standing, change, since), now)));
        }
        known.forEach((contractId, its) -> new Episodes(contractId, its).end().forEach(change -> {
            changes.add(change);
            signals.add(RenewalSignal.of(change, SignalOrigin.LIVE, null, null, now));
        }));
        return new Reviewed(account.accountId(), standings, List.copyOf(changes), List.copyOf(signals));
    }

    /** How many signals wait for health-service to say what kind of customer it is. */
    public long waiting() {
        return standings.values().stream().mapToLong(it -> it.signals().size()).sum();
    }

    private static List<EpisodeChange> changes(
            LoadedAccount account, RenewalCase renewal, Standing standing, List<Episode> known, Instant now) {
        var terms = renewal.situation().terms();
        return new Episodes(terms.contractId(), known)
                .to(
                        new Episodes.Renewal(account.accountId(), terms.renewalOn()),
                        standing.signals(),
                        account.profile().kind() != null,
                        now);
    }

    /** What was so before the contract was known here is of an import: people release it. */
    private static SignalOrigin origin(Standing standing, EpisodeChange change, LocalDate known) {
        boolean before = standing.signals().stream()
                .anyMatch(wanted -> wanted.reason() == change.after().reason() && wanted.heldBefore(known));
        return before ? SignalOrigin.BACKFILL : SignalOrigin.LIVE;
    }

    /** One that ends an episode of another account says nothing of this one. */
    private static SignalChanged signal(
            LoadedAccount account, RenewalCase renewal, EpisodeChange change, SignalOrigin origin, Instant now) {
        boolean its = account.accountId().equals(change.after().accountId());
        return RenewalSignal.of(
                change,
                origin,
                change.state() == SignalState.CLEARED && !its
                        ? null
                        : renewal.forecast().arr(),
                its ? account.profile().snapshot(renewal.situation().terms(), account.arr()) : null,
                now);
    }
}
