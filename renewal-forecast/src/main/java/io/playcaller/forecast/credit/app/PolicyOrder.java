package io.playcaller.forecast.credit.app;

import io.playcaller.chassis.yaml.ConfigProblem;
import io.playcaller.forecast.config.ForecastFiles;
import io.playcaller.forecast.engine.credit.CreditPolicy;
import java.util.Collection;
import java.util.Optional;

/** A version of the rules of engagement never says anything else, and a new one begins after those that are known. */
public final class PolicyOrder {

    private PolicyOrder() {}

    /** Why {@code policy} may not be kept beside those that are known. */
    public static Optional<ConfigProblem> problem(CreditPolicy policy, Collection<CreditPolicy> known) {
        Optional<CreditPolicy> same = known.stream()
                .filter(other -> other.version().equals(policy.version()))
                .findFirst();
        if (same.isPresent()) {
            return same.get().equals(policy)
                    ? Optional.empty()
                    : Optional.of(fault("version", "said something else before", "give what changed a new version"));
        }
        return known.stream()
                .filter(other -> !other.from().isBefore(policy.from()))
                .findFirst()
                .map(other -> fault(
                        "from",
                        "does not begin after version " + other.version() + ", which begins on " + other.from(),
                        "write a later day"));
    }

    private static ConfigProblem fault(String key, String message, String fix) {
        return new ConfigProblem(ForecastFiles.CREDIT, 1, key, message, fix);
    }
}
