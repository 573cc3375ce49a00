package io.playcaller.forecast.portfolio;

import io.playcaller.contracts.forecast.Category;
import io.playcaller.forecast.engine.contract.CategoryRule;
import java.util.Map;
import java.util.Set;

/**
 * What if: some contracts are lost, open plays do what they did elsewhere, a category is another one. A contract is lost
 * before anything else; a category that is said takes the place of the model's probability; a play adds to whatever
 * probability is left, and nothing where none is, or where the end is on record and nobody says otherwise.
 *
 * @param lost contracts
 * @param categories by contract
 * @param lifts by account: what its open plays add to the probability of renewal, in millionths
 * @param ending contracts whose end is on record
 */
public record Scenario(
        Set<String> lost, Map<String, Category> categories, Map<String, Integer> lifts, Set<String> ending) {

    private static final int SUREST = 999_000;

    /** {@code renewal} in this world. */
    public Renewal of(Renewal renewal, CategoryRule rule) {
        if (lost.contains(renewal.contractId())) {
            return renewal.as(renewal.outlook().renewing(0), Category.LOST);
        }
        Category category = categories.get(renewal.contractId());
        int renews = category == null ? renewal.outlook().renews() : renews(category, rule, renewal);
        Integer lift = lifts.get(renewal.accountId());
        if (lift != null && helps(renewal)) {
            renews = Math.max(0, Math.min(Math.max(SUREST, renews), renews + lift));
        }
        return renewal.as(renewal.outlook().renewing(renews), category == null ? renewal.category() : category);
    }

    /** Whether a play that is open on its account adds to what is left of {@code renewal}. */
    public boolean helps(Renewal renewal) {
        String contract = renewal.contractId();
        Category category = categories.get(contract);
        boolean somethingLeft = category == null
                ? renewal.outlook().renews() > 0 && !ending.contains(contract)
                : category != Category.LOST;
        return lifts.containsKey(renewal.accountId()) && !lost.contains(contract) && somethingLeft;
    }

    /** The middle of what the rule of categories calls so, as forecast where it calls nothing so; what is lost does not renew. */
    private static int renews(Category category, CategoryRule rule, Renewal renewal) {
        return category == Category.LOST
                ? 0
                : rule.middle(category).orElse(renewal.outlook().renews());
    }
}
