package io.playcaller.router.play;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.SignalKind;
import io.playcaller.router.calendar.BusinessTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All plays.
 *
 * @param riskDefault the play of a risk reason that has none of its own, in any tier; null for none
 * @param groups what shares one open task of an account
 * @param wrapUp how long the person of a task has to say how it went after the last of its signals ended; null for as long
 *     as they like
 * @param brake how many runs of a play may begin within an hour, by key; a play that is not here goes by the standard
 * @param holdout which accounts plays leave alone
 */
public record PlayBook(
        List<Play> plays,
        @Nullable Play riskDefault,
        List<MuteRule> muteRules,
        List<TaskGroup> groups,
        @Nullable BusinessTime wrapUp,
        Map<String, Integer> brake,
        HoldoutPolicy holdout) {

    public PlayBook {
        plays = List.copyOf(plays);
        muteRules = List.copyOf(muteRules);
        groups = List.copyOf(groups);
        brake = Map.copyOf(brake);
    }

    /** The play that answers {@code signal}. */
    public Optional<Play> playOf(SignalChanged signal) {
        return ownPlayOf(signal.reason()).or(() -> defaultPlayOf(signal.kind()));
    }

    /** Whether two signals of an account belong into one task. */
    public boolean group(SignalChanged one, SignalChanged other) {
        return groups.stream().anyMatch(group -> group.holds(one) && group.holds(other));
    }

    /** The play that {@code reason} names for itself, of several the one that goes first. */
    public Optional<Play> ownPlayOf(Reason reason) {
        return ownPlaysOf(reason).stream().findFirst();
    }

    /** All plays that answer {@code reason}, the one that goes first before the others. */
    public List<Play> ownPlaysOf(Reason reason) {
        return plays.stream()
                .filter(play -> play.reasons().contains(reason))
                .sorted(Comparator.comparingInt(play -> -play.admission().priority()))
                .toList();
    }

    /** The play of a reason that has none of its own. */
    public Optional<Play> defaultPlayOf(SignalKind kind) {
        return kind == SignalKind.RISK ? Optional.ofNullable(riskDefault) : Optional.empty();
    }

    public Optional<Play> play(String key) {
        return plays.stream().filter(play -> play.key().equals(key)).findFirst();
    }

    /**
     * A play as far as a task of it is concerned.
     *
     * @param step key of the step that the task is; null where it is the whole run
     * @return empty also where the play has no such step any more
     */
    public Optional<Play> play(String key, @Nullable String step) {
        return step == null
                ? play(key)
                : play(key)
                        .flatMap(play -> play.steps().stream()
                                .filter(one -> one.key().equals(step))
                                .findFirst()
                                .map(play::at));
    }
}
