package io.playcaller.forecast.engine.process;

import io.playcaller.forecast.engine.contract.CategoryRule;
import io.playcaller.forecast.engine.contract.RenewalStage;
import io.playcaller.forecast.engine.contract.ShortTerms;
import java.util.List;
import java.util.Map;

/**
 * How renewals are worked, as data.
 *
 * @param stages all of them
 */
public record RenewalProcess(
        Map<RenewalStage, StageRule> stages,
        OpportunityRule opportunities,
        CategoryRule categories,
        JudgementRule judgement,
        DisagreementRule disagreement,
        List<Checkpoint> checkpoints,
        SignalRule signals,
        ShortTerms shortTerms) {

    public RenewalProcess {
        stages = Map.copyOf(stages);
        checkpoints = List.copyOf(checkpoints);
        for (RenewalStage stage : RenewalStage.values()) {
            if (!stages.containsKey(stage)) {
                throw new IllegalArgumentException("no rule for stage " + stage.key());
            }
        }
    }

    /** The rule of a stage. */
    public StageRule rule(RenewalStage stage) {
        StageRule rule = stages.get(stage);
        if (rule == null) {
            throw new IllegalStateException("no rule for stage " + stage.key());
        }
        return rule;
    }
}
