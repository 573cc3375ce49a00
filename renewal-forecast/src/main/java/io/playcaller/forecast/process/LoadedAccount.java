package io.playcaller.forecast.process;

import io.playcaller.contracts.Money;
import io.playcaller.forecast.engine.process.Episode;
import io.playcaller.forecast.engine.process.RenewalCase;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An account with its renewals and what was said of them so far.
 *
 * @param renewals of its open contracts
 * @param episodes the last signals of its contracts, also of those that are up for renewal no longer
 * @param knownSince the UTC day on which each of its contracts was looked at first; none of one that never was
 */
public record LoadedAccount(
        String accountId,
        AccountProfile profile,
        List<RenewalCase> renewals,
        List<Episode> episodes,
        Map<String, LocalDate> knownSince) {

    /** ARR of all its open contracts; null where they are in several currencies. */
    public @Nullable Money arr() {
        List<Money> all = renewals.stream().map(it -> it.forecast().arr()).toList();
        boolean one = all.stream().map(Money::currency).distinct().count() == 1;
        return one
                ? new Money(
                        all.stream().mapToLong(Money::minor).reduce(0, Math::addExact),
                        all.get(0).currency())
                : null;
    }
}
