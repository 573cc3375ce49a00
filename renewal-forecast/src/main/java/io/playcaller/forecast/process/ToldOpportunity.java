package io.playcaller.forecast.process;

import io.playcaller.contracts.Ids;
import io.playcaller.contracts.register.OpportunityRecord;
import io.playcaller.forecast.engine.contract.RenewalStage;
import io.playcaller.forecast.engine.process.OpportunityRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * An opportunity beside the contract that it names.
 *
 * @param stage the stage that the renewal is in
 */
public record ToldOpportunity(
        OpportunityRecord opportunity, String contractId, LocalDate renewalOn, RenewalStage stage) {

    /** The moves that {@code told} opportunities ask for: of each contract the furthest, and only forward. */
    public static List<StageMove> moves(List<ToldOpportunity> told, OpportunityRule rule, Instant now) {
        Map<String, StageMove> furthest = new TreeMap<>();
        told.forEach(one -> one.move(rule, now)
                .ifPresent(move -> furthest.merge(
                        move.contractId(), move, BinaryOperator.maxBy(Comparator.comparing(StageMove::stage)))));
        return List.copyOf(furthest.values());
    }

    /** Its id is made from what the opportunity says, so that it moves once, whatever people do afterwards. */
    private Optional<StageMove> move(OpportunityRule rule, Instant now) {
        return rule.stage(opportunity, renewalOn)
                .filter(next -> next.compareTo(stage) > 0)
                .map(next -> new StageMove(
                        Ids.derived("stage-move", contractId, opportunity.opportunityId(), next.key()),
                        contractId,
                        renewalOn,
                        next,
                        StageMove.REGISTER,
                        "opportunity %s is %s"
                                .formatted(
                                        opportunity.opportunityId(),
                                        opportunity.stage().name().toLowerCase(Locale.ROOT)),
                        List.of(),
                        List.of(),
                        now));
    }
}
