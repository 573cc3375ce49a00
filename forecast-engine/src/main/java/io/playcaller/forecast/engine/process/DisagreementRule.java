package io.playcaller.forecast.engine.process;

import io.playcaller.contracts.forecast.Category;
import io.playcaller.forecast.engine.LogOdds;
import java.util.List;
import java.util.Optional;

/**
 * When a person and the model are said to disagree: their categories are some steps apart (commit, best case, at risk,
 * lost), or their probabilities so many points or more. Amounts are not compared.
 *
 * @param points hundredths of the probability
 */
public record DisagreementRule(int steps, int points) {

    /** From the surest to what is given up. */
    private static final List<Category> STEPS =
            List.of(Category.COMMIT, Category.BEST_CASE, Category.AT_RISK, Category.LOST);

    private static final int HUNDREDTH = LogOdds.ONE / 100;

    /** What the CSM, else the manager, and the model disagree about; empty when they do not. */
    public Optional<String> of(Calls calls) {
        Call person = calls.csm() != null ? calls.csm() : calls.manager();
        return person == null ? Optional.empty() : between(person, calls.model());
    }

    private Optional<String> between(Call person, Call model) {
        int apart = Math.abs(STEPS.indexOf(person.category()) - STEPS.indexOf(model.category()));
        if (apart >= steps) {
            return Optional.of("%s says %s, the model %s"
                    .formatted(who(person), Words.of(person.category()), Words.of(model.category())));
        }
        if (person.renews() == null || model.renews() == null) {
            return Optional.empty();
        }
        int difference = Math.abs(person.renews() - model.renews()) / HUNDREDTH;
        return difference < points
                ? Optional.empty()
                : Optional.of("%s and the model are %d points apart or more".formatted(who(person), points));
    }

    private static String who(Call person) {
        return person.by() == CallBy.CSM ? "the CSM" : "the manager";
    }
}
