package io.playcaller.forecast.portfolio.in;

import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.contracts.forecast.Category;
import io.playcaller.forecast.portfolio.app.ScenarioService.Asked;
import io.playcaller.forecast.renewal.Categories;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A scenario as it is asked for.
 *
 * @param quarters 1 to 12; 4 by default
 * @param lose contracts that are lost
 * @param categories by contract
 * @param plays what each adds to the probability of renewal where it is open, as a fraction of one; null for what was
 *     measured
 */
public record ScenarioBody(
        @Nullable Integer quarters,
        @Nullable List<@Nullable String> lose,
        @Nullable Map<String, String> categories,
        @Nullable Map<String, @Nullable BigDecimal> plays) {

    private static final int QUARTERS = 4;
    private static final int MOST_QUARTERS = 12;
    private static final int MOST_NAMED = 1_000;
    private static final int DIGITS = 6;
    private static final BigDecimal ONE = BigDecimal.valueOf(1_000_000);

    /** The same, checked; every fault is said at once. */
    Asked checked() {
        List<FieldFault> faults = new ArrayList<>();
        int asked = quarters == null ? QUARTERS : quarters;
        if (asked < 1 || asked > MOST_QUARTERS) {
            faults.add(new FieldFault("quarters", "between 1 and " + MOST_QUARTERS, Integer.toString(asked)));
        }
        Set<String> lost = lost(faults);
        Map<String, Category> said = categories(faults);
        Map<String, @Nullable Integer> lifts = lifts(faults);
        int named = lost.size() + said.size() + lifts.size();
        if (named > MOST_NAMED) {
            faults.add(new FieldFault(
                    "lose", "at most %d contracts and plays".formatted(MOST_NAMED), Integer.toString(named)));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.badFields("scenario.invalid", faults));
        }
        return new Asked(asked, lost, said, lifts);
    }

    private Set<String> lost(List<FieldFault> faults) {
        Set<String> lost = new TreeSet<>();
        for (String contract : lose == null ? List.<@Nullable String>of() : lose) {
            if (contract == null) {
                faults.add(new FieldFault("lose", "ids of contracts", "null"));
            } else {
                lost.add(contract);
            }
        }
        return lost;
    }

    private Map<String, Category> categories(List<FieldFault> faults) {
        Map<String, Category> said = new TreeMap<>();
        if (categories != null) {
            categories.forEach((contract, word) -> {
                Optional<Category> category = Categories.of(String.valueOf(word));
                category.ifPresent(known -> said.put(contract, known));
                if (category.isEmpty()) {
                    String expected = "one of "
                            + String.join(
                                    ", ",
                                    Categories.ALL.stream().map(Categories::key).toList());
                    faults.add(new FieldFault("categories." + contract, expected, String.valueOf(word)));
                }
            });
        }
        return said;
    }

    private Map<String, @Nullable Integer> lifts(List<FieldFault> faults) {
        Map<String, @Nullable Integer> lifts = new HashMap<>();
        if (plays != null) {
            plays.forEach((play, lift) -> {
                if (lift != null && !isShare(lift)) {
                    String expected = "between -1 and 1 with at most %d decimals, or null".formatted(DIGITS);
                    faults.add(new FieldFault("plays." + play, expected, lift.toString()));
                } else {
                    lifts.put(play, lift == null ? null : millionths(lift));
                }
            });
        }
        return lifts;
    }

    /** Its size is looked at first: the digits of 1e-999999999 fill the memory. */
    private static boolean isShare(BigDecimal lift) {
        return lift.abs().compareTo(BigDecimal.ONE) <= 0
                && lift.stripTrailingZeros().scale() <= DIGITS;
    }

    private static int millionths(BigDecimal share) {
        return share.multiply(ONE).intValueExact();
    }
}
