package io.playcaller.forecast.process;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalOrigin;
import io.playcaller.forecast.engine.process.Episode;
import io.playcaller.forecast.engine.process.EpisodeChange;
import io.playcaller.forecast.engine.process.Episodes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a look at the losses of an account comes to: a signal of each contract whose loss is overdue for review, which ends when it was
 * reviewed, is none any more, or nobody asks for it after so long.
 *
 * @param changes of signals, in the order in which they are said
 * @param signals the same as others read them
 */
public record LossLook(List<EpisodeChange> changes, List<SignalChanged> signals) {

    /**
     * Looks at {@code losses} of {@code account}. While health-service has said no tier of it nothing new is said.
     *
     * @param episodes the last signals of this kind, of its contracts
     */
    public static LossLook of(
            LoadedAccount account, Collection<WaitingLoss> losses, Collection<Episode> episodes, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Map<String, List<WaitingLoss>> overdue = new TreeMap<>();
        losses.stream()
                .filter(loss -> loss.isOverdue(today))
                .forEach(loss -> overdue.computeIfAbsent(loss.contractId(), id -> new ArrayList<>())
                        .add(loss));
        Map<String, List<Episode>> known = new TreeMap<>();
        episodes.forEach(episode -> known.computeIfAbsent(episode.contractId(), id -> new ArrayList<>())
                .add(episode));
        known.keySet().forEach(contract -> overdue.putIfAbsent(contract, List.of()));
        List<EpisodeChange> changes = new ArrayList<>();
        overdue.forEach((contract, its) -> changes.addAll(
                changes(account, its, new Episodes(contract, known.getOrDefault(contract, List.of())), now)));
        return new LossLook(
                List.copyOf(changes),
                changes.stream().map(change -> signal(account, change, now)).toList());
    }

    private static List<EpisodeChange> changes(
            LoadedAccount account, List<WaitingLoss> overdue, Episodes episodes, Instant now) {
        if (overdue.isEmpty()) {
            return episodes.end();
        }
        WaitingLoss loss = overdue.get(0);
        return episodes.to(
                new Episodes.Renewal(account.accountId(), loss.on()),
                List.of(loss.signal()),
                account.profile().kind() != null,
                now);
    }

    /** One that ends an episode of another account says nothing of this one. */
    private static SignalChanged signal(LoadedAccount account, EpisodeChange change, Instant now) {
        boolean its = account.accountId().equals(change.after().accountId());
        return RenewalSignal.of(
                change, SignalOrigin.LIVE, null, its ? account.profile().snapshot(account.arr()) : null, now);
    }
}
