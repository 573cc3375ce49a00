package io.playcaller.forecast.portfolio;

import io.playcaller.contracts.forecast.Category;
import io.playcaller.forecast.engine.contract.CategoryRule;
import java.util.Map;
import java.util.Set;

/**
 * What if: some contracts are lost, open plays do what they did elsewhere, a category is another one. A contract is lost
 * before anything else; a category that is said takes the place of the model's probability; a play adds to whatever
 * probability is left.
 *
 * @param lost contracts
 * @param categories by contract
 * @param lifts by account: what its open plays add to the probability of renewal, in millionths
 */
public record Scenario(Set<String> lost, Map<String, Category> categories, Map<String, Integer> lifts) {

    private static final int SUREST = 999_000;

    /** {@code renewal} in this world. */
    public Renewal of(Renewal renewal, CategoryRule rule) {
        if (lost.contains(renewal.contractId())) {
            return renewal.as(renewal.outlook().renewing(0), Category.LOST);
        }
        Category category = categories.get(renewal.contractId());
        int renews = category == null ? renewal.outlook().renews() : renews(category, rule, renewal);
        Integer lift = lifts.get(renewal.accountId());
        if (lift != null) {
            renews = Math.max(0, Math.min(Math.max(SUREST, renews), renews + lift));
        }
        return renewal.as(renewal.outlook().renewing(renews), category == null ? renewal.category() : category);
    }

    /** The middle of what the rule of categories calls so, as forecast where it calls nothing so; what is lost does not renew. */
    private static int renews(Category category, CategoryRule rule, Renewal renewal) {
        return category == Category.LOST
                ? 0
                : rule.middle(category).orElse(renewal.outlook().renews());
    }
}
