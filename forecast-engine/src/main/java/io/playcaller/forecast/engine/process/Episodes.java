package io.playcaller.forecast.engine.process;

import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.forecast.engine.contract.MovedDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What must be said so that the signals of one contract are those that hold. Levels, not edges: looked at again it says
 * nothing, looked at late it says what holds by then, so that nothing is lost or said twice.
 *
 * @param known the last one of each reason
 */
public record Episodes(String contractId, Collection<Episode> known) {

    /** Whose renewal it is, and on which day. */
    public record Renewal(String accountId, LocalDate on) {

        private boolean isOf(Episode episode) {
            return accountId.equals(episode.accountId()) && MovedDay.wordsHold(on, episode.renewalOn());
        }
    }

    /**
     * The changes, in the order in which they are said.
     *
     * @param mayOpen false while too little is known of the account to say anything new
     */
    public List<EpisodeChange> to(Renewal renewal, List<WantedSignal> wanted, boolean mayOpen, Instant now) {
        Map<Reason, Episode> last = byReason();
        Set<Reason> goingOn = EnumSet.noneOf(Reason.class);
        List<EpisodeChange> updates = new ArrayList<>();
        List<EpisodeChange> openings = new ArrayList<>();
        for (WantedSignal signal : wanted) {
            Episode episode = last.get(signal.reason());
            if (episode != null && episode.open() && renewal.isOf(episode)) {
                goingOn.add(signal.reason());
                if (!episode.says(signal)) {
                    updates.add(new EpisodeChange(SignalState.UPDATED, episode.saying(signal, renewal.on())));
                }
            } else if (mayOpen) {
                openings.add(opened(renewal, signal, episode, now));
            }
        }
        last.keySet().removeAll(goingOn);
        return Stream.of(updates, cleared(last.values()), openings)
                .flatMap(List::stream)
                .toList();
    }

    /** The changes when the contract is up for renewal no longer. */
    public List<EpisodeChange> end() {
        return cleared(byReason().values());
    }

    private EpisodeChange opened(Renewal renewal, WantedSignal signal, @Nullable Episode last, Instant now) {
        int number = last == null ? 1 : last.number() + 1;
        return new EpisodeChange(
                SignalState.OPENED, Episode.opened(contractId, renewal.accountId(), renewal.on(), number, signal, now));
    }

    private static List<EpisodeChange> cleared(Collection<Episode> episodes) {
        return episodes.stream()
                .filter(Episode::open)
                .map(episode -> new EpisodeChange(SignalState.CLEARED, episode.cleared()))
                .toList();
    }

    private Map<Reason, Episode> byReason() {
        Map<Reason, Episode> byReason = new EnumMap<>(Reason.class);
        known.forEach(episode -> byReason.put(episode.reason(), episode));
        return byReason;
    }
}
