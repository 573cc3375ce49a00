package io.playcaller.forecast.engine.contract;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.SignalKind;
import io.playcaller.forecast.engine.LogOdds;
import java.util.ArrayList;
import java.util.List;

/**
 * The model of day one, when a company has no closed contracts to learn from: base rates, moved by what is known. Effects
 * add up on the log-odds scale in a fixed order: contract and payment history, health, risks, terms.
 *
 * @param renews base rate of renewal
 * @param contracts base rate of renewing with less, given renewal
 * @param expands base rate of renewing with more, given renewal
 */
public record PriorModel(double renews, double contracts, double expands) implements ContractModel {

    private static final double HEALTH_ON_CONTRACTION = -0.6;
    private static final double HEALTH_ON_EXPANSION = 0.6;
    private static final double RISK_ON_CONTRACTION = 0.35;
    private static final double ASKED_FOR_LESS = 1.5;
    private static final double CONTRACTED_BEFORE = 0.6;
    private static final double EXPANSION_SIGNAL = 0.6;
    private static final double EXPANDED_BEFORE = 0.4;
    private static final long MILLI = 1_000;

    /** That a deadline is near is no news of the customer. */
    private static final Reason CLOCK = Reason.COM_NOTICE_NEAR;

    /** Names the effects and how they add up; it changes when they do. */
    private static final String EFFECTS = "prior-2";

    private static final PriorModel DEFAULTS = new PriorModel(0.88, 0.12, 0.15);

    public PriorModel {
        requireShare("renews", renews);
        requireShare("contracts", contracts);
        requireShare("expands", expands);
        if (contracts + expands >= 1) {
            throw new IllegalArgumentException("contracts and expands leave nothing for an unchanged renewal");
        }
    }

    /** Base rates of business software on yearly contracts; judgement. */
    public static PriorModel defaults() {
        return DEFAULTS;
    }

    /** {@code prior-2}, followed by the base rates where they are not the defaults. */
    @Override
    public String version() {
        return equals(DEFAULTS) ? EFFECTS : EFFECTS + "/" + renews + "/" + contracts + "/" + expands;
    }

    @Override
    public Probabilities of(ContractSituation situation) {
        Reckoning renewal = reckon(situation).then(PresentEffects.ofEnd(situation));
        return Probabilities.of(
                renewal.drivers("Of all contracts, before anything is known"),
                lessOdds(situation),
                moreOdds(situation));
    }

    @Override
    public AmountShares amounts() {
        return AmountShares.prior();
    }

    /** The log-odds of renewal but for what is certain of its end. */
    Reckoning reckon(ContractSituation situation) {
        List<Effect> effects = new ArrayList<>(PastEffects.of(situation));
        effects.addAll(PresentEffects.of(situation));
        return new Reckoning(LogOdds.of(renews), effects);
    }

    /** The odds of renewing with less, against the same. */
    double lessOdds(ContractSituation situation) {
        return contracts / (1 - contracts - expands) * Math.exp(contraction(situation));
    }

    /** The odds of renewing with more, against the same. */
    double moreOdds(ContractSituation situation) {
        return expands / (1 - contracts - expands) * Math.exp(expansion(situation));
    }

    private static double contraction(ContractSituation situation) {
        long risks = situation.signals().stream()
                .map(OpenSignal::reason)
                .filter(reason -> reason.kind() == SignalKind.RISK && reason != CLOCK)
                .map(Reason::family)
                .distinct()
                .count();
        boolean asked =
                situation.signals().stream().anyMatch(signal -> signal.reason() == Reason.COM_CONTRACTION_ASKED);
        return health(situation) * HEALTH_ON_CONTRACTION
                + risks * RISK_ON_CONTRACTION
                + (asked ? ASKED_FOR_LESS : 0)
                + (situation.history().lastContractionOn() != null ? CONTRACTED_BEFORE : 0);
    }

    private static double expansion(ContractSituation situation) {
        long wishes = situation.signals().stream()
                .filter(signal -> signal.reason().kind() == SignalKind.EXPANSION)
                .map(OpenSignal::reason)
                .distinct()
                .count();
        return health(situation) * HEALTH_ON_EXPANSION
                + wishes * EXPANSION_SIGNAL
                + (situation.history().lastExpansionOn() != null ? EXPANDED_BEFORE : 0);
    }

    private static double health(ContractSituation situation) {
        HealthView health = situation.health();
        return health == null ? 0 : PresentEffects.ofScore(health.score() / MILLI) * health.confidence() / LogOdds.ONE;
    }

    private static void requireShare(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must lie between 0 and 1, both excluded: " + value);
        }
    }
}
