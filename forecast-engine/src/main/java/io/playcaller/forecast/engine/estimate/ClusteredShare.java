package io.playcaller.forecast.engine.estimate;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A share of a whole, both summed over units of which several belong to one account and share its fate. Filled by one thread.
 *
 * <p>The variance is that of a ratio of sums over accounts, linearised (Cochran 1977, 6.3 and 9A.1). It says how many independent units the
 * share is worth, and over these Wilson's interval is taken. A share is worth no more than {@code (sum of wholes)^2 / sum of their squares}
 * (Kish 1965) of its units, whatever variance was seen: where one unit is most of the whole, nobody knows how it might have
 * gone. Where all accounts agree, so that there is no variance to see, it is worth as much of its accounts. So it is a 95%
 * interval of units that go whole or not at all, and a wider one of units that mostly go in part.
 */
public final class ClusteredShare {

    private record Part(double part, double whole) {
        Part plus(Part other) {
            return new Part(part + other.part, whole + other.whole);
        }
    }

    private final Map<String, Part> byAccount = new TreeMap<>();
    private double squaresOfUnits;

    /** Adds a unit: {@code part} of {@code whole}, neither negative. */
    public void add(String accountId, double part, double whole) {
        byAccount.merge(accountId, new Part(part, whole), Part::plus);
        squaresOfUnits += whole * whole;
    }

    /** The share over all; empty where the whole is nothing. A share above 1 has the interval of a mean. */
    public Optional<Estimate> estimate() {
        Part sum = byAccount.values().stream().reduce(new Part(0, 0), Part::plus);
        if (sum.whole() <= 0) {
            return Optional.empty();
        }
        double share = sum.part() / sum.whole();
        double variance = variance(share, sum.whole());
        Bounds bounds = share > 1
                ? Bounds.around(share, WilsonInterval.Z * Math.sqrt(variance))
                : WilsonInterval.of(share, worth(share, variance, sum.whole()));
        return Optional.of(new Estimate(share, bounds, byAccount.size()));
    }

    private double variance(double share, double whole) {
        int accounts = byAccount.size();
        if (accounts < 2) {
            return 0;
        }
        double squares = byAccount.values().stream()
                .mapToDouble(account -> account.part() - share * account.whole())
                .map(residual -> residual * residual)
                .sum();
        return squares / (whole * whole) * accounts / (accounts - 1);
    }

    /** How many independent units: as the accounts differ, but never more than if each had gone its own way. */
    private double worth(double share, double variance, double whole) {
        if (variance > 0) {
            return Math.max(1, Math.min(whole * whole / squaresOfUnits, share * (1 - share) / variance));
        }
        double squaresOfAccounts = byAccount.values().stream()
                .mapToDouble(account -> account.whole() * account.whole())
                .sum();
        return whole * whole / squaresOfAccounts;
    }
}
