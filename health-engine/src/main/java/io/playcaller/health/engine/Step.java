package io.playcaller.health.engine;

import io.playcaller.contracts.fact.ChildScoreChanged;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.ProfileChanged;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.health.engine.profile.Placed;
import io.playcaller.health.engine.state.AccountState;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a fact or the passing of time did to an account.
 *
 * @param state the same object as before when nothing changed
 * @param changes of the score, in order; empty when it stayed
 * @param signals transitions of episodes, in order
 * @param profiles changes of segment, tier and stage, in order
 * @param handed what is told to parents, in order
 */
public record Step(
        AccountState state,
        List<HealthChanged> changes,
        List<SignalChanged> signals,
        List<ProfileChanged> profiles,
        List<ChildScoreChanged> handed) {

    public Step {
        changes = List.copyOf(changes);
        signals = List.copyOf(signals);
        profiles = List.copyOf(profiles);
        handed = List.copyOf(handed);
    }

    /** One in which the account stays where it is. */
    public Step(AccountState state, List<HealthChanged> changes, List<SignalChanged> signals) {
        this(state, changes, signals, List.of(), List.of());
    }

    /** Whether there is nothing to tell. */
    public boolean silent() {
        return changes.isEmpty() && signals.isEmpty() && profiles.isEmpty() && handed.isEmpty();
    }

    /** The same with the account where it is placed now. */
    Step placed(Placed place, @Nullable ProfileChanged moved) {
        if (place.equals(state.placed()) && moved == null) {
            return this;
        }
        AccountState after =
                new AccountState(state.accountId(), state.facts(), state.standing(), place, state.handed());
        return new Step(after, changes, signals, moved == null ? List.of() : List.of(moved), handed);
    }

    /** This, and what happened after it. */
    public Step then(Step next) {
        if (silent()) {
            return next;
        }
        return new Step(
                next.state(),
                joined(changes, next.changes()),
                joined(signals, next.signals()),
                joined(profiles, next.profiles()),
                joined(handed, next.handed()));
    }

    /** The same after parents were told. */
    Step handing(AccountState after, List<ChildScoreChanged> told) {
        return new Step(after, changes, signals, profiles, joined(handed, told));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
