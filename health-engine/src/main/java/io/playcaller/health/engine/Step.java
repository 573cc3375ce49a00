package io.playcaller.health.engine;

import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.health.engine.state.AccountState;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a fact or the passing of time did to an account.
 *
 * @param state the same object as before when nothing changed
 * @param changes of the score, in order; empty when it stayed
 * @param signals transitions of episodes, in order
 */
public record Step(AccountState state, List<HealthChanged> changes, List<SignalChanged> signals) {

    public Step {
        changes = List.copyOf(changes);
        signals = List.copyOf(signals);
    }

    /** This, and what happened after it. */
    Step then(Step next) {
        if (changes.isEmpty() && signals.isEmpty()) {
            return next;
        }
        return new Step(next.state(), joined(changes, next.changes()), joined(signals, next.signals()));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
