package io.playcaller.router.play;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.health.Profile;
import io.playcaller.contracts.health.SignalChanged;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts a play is for, besides its tiers. What is empty asks for nothing.
 *
 * @param leastValue at risk, in whole units of the signal's own currency
 */
public record Eligibility(
        Set<String> segments, Set<String> stages, long leastValue, Set<String> notAccounts, Set<String> notStages) {

    public static final Eligibility ANY = new Eligibility(Set.of(), Set.of(), 0, Set.of(), Set.of());

    public Eligibility {
        segments = Set.copyOf(segments);
        stages = Set.copyOf(stages);
        notAccounts = Set.copyOf(notAccounts);
        notStages = Set.copyOf(notStages);
    }

    /**
     * Why the play is not for the account of {@code signal}, for people; empty where it is.
     *
     * @param stage of the account's life now
     */
    public Optional<String> whyNot(SignalChanged signal, @Nullable String stage) {
        Profile profile = signal.account() == null ? null : signal.account().profile();
        String segment = profile == null ? null : profile.segment();
        if (!segments.isEmpty() && (segment == null || !segments.contains(segment))) {
            return Optional.of("It is for segment " + listed(segments) + "; the account's is " + shown(segment) + ".");
        }
        if (!stages.isEmpty() && (stage == null || !stages.contains(stage))) {
            return Optional.of("It is for stage " + listed(stages) + "; the account's is " + shown(stage) + ".");
        }
        if (stage != null && notStages.contains(stage)) {
            return Optional.of("It is not for accounts in stage " + stage + ".");
        }
        if (signal.accountId() != null && notAccounts.contains(signal.accountId())) {
            return Optional.of("The account is excluded from it.");
        }
        return value(signal.valueAtRisk()).compareTo(BigDecimal.valueOf(leastValue)) < 0
                ? Optional.of("It is for a value at risk of " + leastValue + " or more.")
                : Optional.empty();
    }

    private static BigDecimal value(@Nullable Money money) {
        return money == null
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(
                        money.minor(),
                        Math.max(0, Currency.getInstance(money.currency()).getDefaultFractionDigits()));
    }

    private static String listed(Set<String> words) {
        return String.join(", ", new TreeSet<>(words));
    }

    private static String shown(@Nullable String word) {
        return word == null ? "unknown" : word;
    }
}
