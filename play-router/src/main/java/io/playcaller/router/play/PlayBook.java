package io.playcaller.router.play;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.SignalKind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All plays.
 *
 * @param riskDefault the play of a risk reason that has none of its own, in any tier; null for none
 */
public record PlayBook(List<Play> plays, @Nullable Play riskDefault, List<MuteRule> muteRules) {

    public PlayBook {
        plays = List.copyOf(plays);
        muteRules = List.copyOf(muteRules);
    }

    /** The play that {@code reason} names for itself. */
    public Optional<Play> ownPlayOf(Reason reason) {
        return plays.stream().filter(play -> play.reasons().contains(reason)).findFirst();
    }

    /** The play of a reason that has none of its own. */
    public Optional<Play> defaultPlayOf(SignalKind kind) {
        return kind == SignalKind.RISK ? Optional.ofNullable(riskDefault) : Optional.empty();
    }

    public Optional<Play> play(String key) {
        return plays.stream().filter(play -> play.key().equals(key)).findFirst();
    }
}
