package io.playcaller.router.signal;

import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.health.SignalState;
import io.playcaller.contracts.work.PlayOutcome;
import io.playcaller.router.holdout.HoldoutRun;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What becomes of the runs that an account is held out of when one of its signals moves. */
record Holdouts(AccountDesk desk, Instant now) {

    /** The open run of an episode. */
    Optional<HoldoutRun> of(UUID episode) {
        return desk.holdouts().values().stream()
                .filter(run -> run.openEpisodes().contains(episode))
                .findFirst();
    }

    /** The open run of a play. */
    Optional<HoldoutRun> ofPlay(String play) {
        return desk.holdouts().values().stream()
                .filter(run -> run.play().equals(play))
                .findFirst();
    }

    /** A signal was drawn: its run begins, or it joins the open one of the play; one of another play it leaves. */
    List<HoldoutRun> drawn(HoldoutRun begun, UUID episode) {
        HoldoutRun run = ofPlay(begun.play()).map(open -> open.with(episode)).orElse(begun);
        return of(episode)
                .filter(before -> !before.playRunId().equals(run.playRunId()))
                .map(before -> List.of(before.without(episode, PlayOutcome.OVERTAKEN, now), run))
                .orElseGet(() -> List.of(run));
    }

    /** Somebody works on a signal now. */
    List<HoldoutRun> taken(UUID episode) {
        return of(episode).map(run -> run.without(episode, PlayOutcome.OVERTAKEN, now)).stream()
                .toList();
    }

    /** A play is run on the account now, with a signal that it may have been held out of. */
    List<HoldoutRun> treated(String play, UUID episode) {
        Stream<HoldoutRun> left =
                taken(episode).stream().filter(run -> !run.play().equals(play));
        return Stream.concat(ofPlay(play).map(run -> run.overtaken(now)).stream(), left)
                .toList();
    }

    /** The other signals of the open run of a play. */
    List<KnownSignal> othersOf(String play, UUID episode) {
        return ofPlay(play).stream()
                .flatMap(run -> run.openEpisodes().stream())
                .filter(other -> !other.equals(episode))
                .sorted()
                .flatMap(other -> Stream.ofNullable(desk.signals().get(other)))
                .toList();
    }

    /** A signal ended. */
    List<HoldoutRun> ended(SignalChanged signal) {
        return of(signal.episodeId()).map(run -> run.without(signal.episodeId(), outcome(signal), now)).stream()
                .toList();
    }

    private static PlayOutcome outcome(SignalChanged signal) {
        if (signal.state() == SignalState.RETRACTED) {
            return PlayOutcome.RETRACTED;
        }
        return signal.mergedInto() == null ? PlayOutcome.RECOVERED : PlayOutcome.OVERTAKEN;
    }
}
