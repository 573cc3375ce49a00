package io.playcaller.forecast.engine.credit;

import io.playcaller.contracts.register.MovementKind;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of engagement in one version, which never changes.
 *
 * @param from the first day whose movements it divides, until a version with a later day
 * @param rules by kind of movement; a kind without a rule is credited to nobody
 */
public record CreditPolicy(String version, LocalDate from, Map<MovementKind, CreditRule> rules) {

    public CreditPolicy {
        rules = Map.copyOf(rules);
    }

    /** How movements of a kind are divided. */
    public Optional<CreditRule> rule(MovementKind kind) {
        return Optional.ofNullable(rules.get(kind));
    }
}
