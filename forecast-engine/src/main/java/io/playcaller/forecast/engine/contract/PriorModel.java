package io.playcaller.forecast.engine.contract;

import io.playcaller.contracts.forecast.Driver;
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
public record PriorModel(double renews, double contracts, double expands) {

    private static final double HEALTH_ON_CONTRACTION = -0.6;
    private static final double HEALTH_ON_EXPANSION = 0.6;
    private static final double RISK_ON_CONTRACTION = 0.35;
    private static final double ASKED_FOR_LESS = 1.5;
    private static final double CONTRACTED_BEFORE = 0.6;
    private static final double EXPANSION_SIGNAL = 0.6;
    private static final double EXPANDED_BEFORE = 0.4;
    private static final long MILLI = 1_000;

    /** Names the effects and how they add up; it changes when they do. */
    private static final String EFFECTS = "prior-1";

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

    /** Stands beside every forecast: {@code prior-1}, followed by the base rates where they are not the defaults. */
    public String version() {
        return equals(DEFAULTS) ? EFFECTS : EFFECTS + "/" + renews + "/" + contracts + "/" + expands;
    }

    /** The probabilities of {@code situation}, with the drivers of renewal; their points sum to it exactly. */
    public Probabilities of(ContractSituation situation) {
        List<Effect> effects = new ArrayList<>(PastEffects.of(situation));
        effects.addAll(PresentEffects.of(situation));
        double logOdds = LogOdds.of(renews);
        int sum = LogOdds.millionths(logOdds);
        List<Driver> drivers = new ArrayList<>();
        drivers.add(new Driver("base-rate", null, sum, "Of all contracts, before anything is known"));
        for (Effect effect : effects) {
            logOdds += effect.logOdds();
            int next = LogOdds.millionths(logOdds);
            drivers.add(new Driver(effect.driver(), effect.reason(), (long) next - sum, effect.sentence()));
            sum = next;
        }
        return givenRenewal(situation, sum, List.copyOf(drivers));
    }

    /** Less, the same or more: a multinomial whose odds are against the same. */
    private Probabilities givenRenewal(ContractSituation situation, int renewal, List<Driver> drivers) {
        double same = 1 - contracts - expands;
        double less = contracts / same * Math.exp(contraction(situation));
        double more = expands / same * Math.exp(expansion(situation));
        double total = 1 + less + more;
        return new Probabilities(
                renewal,
                (int) Math.floor(less / total * LogOdds.ONE),
                (int) Math.floor(more / total * LogOdds.ONE),
                drivers);
    }

    private static double contraction(ContractSituation situation) {
        long risks = situation.signals().stream()
                .filter(signal -> signal.reason().kind() == SignalKind.RISK)
                .map(signal -> signal.reason().family())
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
