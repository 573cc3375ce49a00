package io.playcaller.forecast.engine.process;

import io.playcaller.contracts.forecast.Category;
import io.playcaller.contracts.forecast.RenewalForecast;
import io.playcaller.forecast.engine.contract.CategoryRule;
import io.playcaller.forecast.engine.contract.ContractSituation;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one renewal side by side. Nothing is averaged: one of them is final.
 *
 * @param csm null while no judgement of theirs counts
 * @param manager the same
 */
public record Calls(
        Call model, @Nullable Call csm, @Nullable Call manager) {

    /**
     * The calls at {@code now}.
     *
     * @param judgements of the contract, in any order; of each role the last one counts, or none
     */
    public static Calls of(
            RenewalForecast forecast,
            ContractSituation situation,
            Collection<Judgement> judgements,
            CategoryRule rule,
            Instant now) {
        return new Calls(
                new Call(CallBy.MODEL, forecast.category(), forecast.renews(), null),
                lastOf(judgements, JudgeRole.CSM)
                        .filter(said -> said.counts(now, forecast.renewalOn()))
                        .map(said -> call(CallBy.CSM, said, forecast, situation, rule))
                        .orElse(null),
                lastOf(judgements, JudgeRole.MANAGER)
                        .filter(said -> said.counts(now, forecast.renewalOn()))
                        .map(said -> call(CallBy.MANAGER, said, forecast, situation, rule))
                        .orElse(null));
    }

    /** The manager's, else the CSM's, else the model's. */
    public Call finalCall() {
        if (manager != null) {
            return manager;
        }
        return csm != null ? csm : model;
    }

    /** The call of a role; null while there is none. */
    public @Nullable Call by(JudgeRole role) {
        return role == JudgeRole.CSM ? csm : manager;
    }

    private static Optional<Judgement> lastOf(Collection<Judgement> judgements, JudgeRole role) {
        return judgements.stream().filter(said -> said.role() == role).reduce(Judgement::orLater);
    }

    private static Call call(
            CallBy by, Judgement said, RenewalForecast forecast, ContractSituation situation, CategoryRule rule) {
        Said heard = new Said(said.category(), said.renews(), said.amountMinor());
        Category category = heard.category(forecast.category(), renews -> rule.of(situation, renews));
        return new Call(by, category, said.renews(), said.amountMinor());
    }

    /** At least one of what somebody may say of a renewal. */
    public record Said(
            @Nullable Category category,
            @Nullable Integer renews,
            @Nullable Long amountMinor) {

        /**
         * The category that is said. Who names a probability only is put into the category that it would have; who names nothing to
         * keep says lost; who names another amount only leaves the model's.
         */
        public Category category(Category model, IntFunction<Category> ofProbability) {
            if (category != null) {
                return category;
            }
            if (renews != null) {
                return ofProbability.apply(renews);
            }
            return amountMinor != null && amountMinor == 0 ? Category.LOST : model;
        }
    }
}
