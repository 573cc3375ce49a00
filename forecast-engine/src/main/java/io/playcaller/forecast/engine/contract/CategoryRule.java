package io.playcaller.forecast.engine.contract;

import io.playcaller.contracts.forecast.Category;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.reason.SignalKind;

/**
 * The category of a forecast call, by first match: lost when it is improbable or its end is declared, at risk when it is
 * doubtful or a critical risk is open, commit when it is probable <em>and</em> a proposal is out, best case else.
 *
 * @param lostBelow millionths
 * @param atRiskBelow millionths
 * @param commitFrom millionths
 * @param commitFromStage the least stage of a commit
 */
public record CategoryRule(int lostBelow, int atRiskBelow, int commitFrom, RenewalStage commitFromStage) {

    /** .25, .6, .85, proposal. */
    public static CategoryRule defaults() {
        return new CategoryRule(250_000, 600_000, 850_000, RenewalStage.PROPOSAL);
    }

    /** The category of a contract that renews with probability {@code renews}. */
    public Category of(ContractSituation situation, int renews) {
        if (renews < lostBelow || situation.terms().endKnownOn() != null) {
            return Category.LOST;
        }
        if (renews < atRiskBelow || situation.signals().stream().anyMatch(CategoryRule::isCriticalRisk)) {
            return Category.AT_RISK;
        }
        boolean proposed = situation.effectiveStage().compareTo(commitFromStage) >= 0;
        return renews >= commitFrom && proposed ? Category.COMMIT : Category.BEST_CASE;
    }

    private static boolean isCriticalRisk(OpenSignal signal) {
        return signal.reason().kind() == SignalKind.RISK && signal.severity() == Severity.CRITICAL;
    }
}
