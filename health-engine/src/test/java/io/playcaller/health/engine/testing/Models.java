package io.playcaller.health.engine.testing;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.model.Curve;
import io.playcaller.health.engine.model.DirectRule;
import io.playcaller.health.engine.model.Grades;
import io.playcaller.health.engine.model.HealthModel;
import io.playcaller.health.engine.model.Measure;
import io.playcaller.health.engine.model.MeasureKind;
import io.playcaller.health.engine.model.ModelVersion;
import io.playcaller.health.engine.model.ProductMeasure;
import io.playcaller.health.engine.model.ProfileRules;
import io.playcaller.health.engine.model.RollUp;
import io.playcaller.health.engine.model.Scorecard;
import io.playcaller.health.engine.model.Scoring;
import io.playcaller.health.engine.model.SeverityRule;
import io.playcaller.health.engine.model.SignalRules;
import io.playcaller.health.engine.model.TierMoves;
import io.playcaller.health.engine.model.UsageRules;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Models for tests. */
public final class Models {

    private Models() {}

    /** The default content: five dimensions, five cards, every condition, the thresholds of the default files. */
    public static HealthModel defaults() {
        return named("default-1", cards(), ModelRules.everyRule());
    }

    /** One card for everybody, and every condition. */
    public static HealthModel everyCondition() {
        return named(
                "every-condition-1",
                List.of(card("all", Set.of(), Set.of(), 40, 20, 20, 10, 10)),
                ModelRules.everyRule());
    }

    /** One card for everybody, so that no change of card disturbs a test, and the first seven conditions. */
    public static HealthModel oneCard() {
        return named("one-card-1", List.of(card("all", Set.of(), Set.of(), 40, 20, 20, 10, 10)), ModelRules.direct());
    }

    /** One card that weighs usage only. */
    public static HealthModel usageOnly() {
        return named("usage-1", List.of(card("usage", Set.of(), Set.of(), 100, 0, 0, 0, 0)), ModelRules.direct());
    }

    /** The one card, under which products have no score. */
    public static HealthModel withoutProducts() {
        HealthModel model = oneCard();
        Scoring scoring = model.scoring();
        return new HealthModel(
                new ModelVersion("hash-of-no-products", "no-products-1"),
                new Scoring(scoring.measures(), scoring.cards(), scoring.grades(), scoring.tickets()),
                model.signals(),
                model.profile(),
                model.usage());
    }

    /** One card that rolls children up. */
    public static HealthModel rolling(RollUp rollUp) {
        Scorecard card = card("all", Set.of(), Set.of(), 40, 20, 20, 10, 10);
        return named(
                "rolling-" + rollUp.word(),
                List.of(new Scorecard(card.id(), card.stages(), card.tiers(), rollUp, card.weights())),
                ModelRules.direct());
    }

    /** The default content with active days and days since use compared with peers. */
    public static HealthModel relative() {
        List<Measure> measures = measures().stream().map(Models::relative).toList();
        return named("relative-1", measures, cards(), ModelRules.everyRule());
    }

    /** The same, and every card rolls children up by ARR: a score that whatever the log tells can move. */
    public static HealthModel everything() {
        List<Measure> measures = measures().stream().map(Models::relative).toList();
        List<Scorecard> rolling = cards().stream()
                .map(card -> new Scorecard(card.id(), card.stages(), card.tiers(), RollUp.ARR, card.weights()))
                .toList();
        return named("everything-1", measures, rolling, ModelRules.everyRule());
    }

    private static Measure relative(Measure measure) {
        boolean more = measure.kind() == MeasureKind.ACTIVE_DAYS;
        if (!more && measure.kind() != MeasureKind.DAYS_SINCE_USE) {
            return measure;
        }
        Curve relative = more
                ? Curve.of(100, 10_000, 500, 60_000, 900, 100_000)
                : Curve.of(100, 100_000, 500, 60_000, 900, 10_000);
        return new Measure(
                measure.kind(),
                measure.dimension(),
                measure.weight(),
                measure.curve(),
                measure.reason(),
                measure.optional(),
                relative);
    }

    private static HealthModel named(String name, List<Scorecard> cards, List<DirectRule> direct) {
        return named(name, measures(), cards, direct);
    }

    private static HealthModel named(
            String name, List<Measure> measures, List<Scorecard> cards, List<DirectRule> direct) {
        return new HealthModel(
                new ModelVersion("hash-of-" + name, name),
                new Scoring(measures, cards, new Grades(80_000, 65_000, 50_000, 35_000), ModelRules.ages(), products()),
                new SignalRules(
                        ModelRules.risk(), direct, new SeverityRule(10_000_000, 2_500_000, 500_000, 90, 600_000), 14),
                new ProfileRules(ModelRules.tiers(), new TierMoves(30, 90, 20), ModelRules.stages()),
                new UsageRules(Set.of(), 6, 20));
    }

    private static List<ProductMeasure> products() {
        return List.of(
                new ProductMeasure(
                        ProductMeasure.Kind.DAYS_SINCE_USE,
                        45,
                        Curve.of(2_000, 100_000, 7_000, 70_000, 14_000, 35_000, 30_000, 0)),
                new ProductMeasure(
                        ProductMeasure.Kind.USED_DAYS,
                        45,
                        Curve.of(0, 0, 4_000, 50_000, 12_000, 85_000, 20_000, 100_000)),
                new ProductMeasure(ProductMeasure.Kind.WEEK_TREND, 10, Curve.of(-500, 0, -200, 60_000, -50, 100_000)));
    }

    private static List<Measure> measures() {
        return List.of(
                measure(
                        MeasureKind.ACTIVE_SEATS,
                        "usage",
                        30,
                        Reason.USAGE_LEVEL_LOW,
                        100,
                        0,
                        300,
                        40,
                        600,
                        80,
                        850,
                        100),
                measure(MeasureKind.ACTIVE_DAYS, "usage", 25, Reason.USAGE_LEVEL_LOW, 1000, 10, 8000, 60, 16000, 100),
                measure(
                        MeasureKind.CORE_FEATURES,
                        "usage",
                        20,
                        Reason.USAGE_BREADTH_LOW,
                        1000,
                        20,
                        3000,
                        60,
                        6000,
                        100),
                measure(
                        MeasureKind.DAYS_SINCE_USE,
                        "usage",
                        20,
                        Reason.USAGE_SILENT,
                        2000,
                        100,
                        7000,
                        70,
                        14000,
                        35,
                        30000,
                        0),
                measure(MeasureKind.WEEK_TREND, "usage", 5, Reason.USAGE_DROP, -500, 0, -200, 60, -50, 100),
                measure(MeasureKind.OLD_TICKETS, "support", 10, Reason.SUP_BACKLOG, 0, 100, 3000, 50, 6000, 0),
                measure(MeasureKind.CSAT, "support", 10, Reason.SUP_CSAT_LOW, 2500, 0, 4000, 70, 4700, 100),
                measure(
                        MeasureKind.NPS,
                        "support",
                        10,
                        Reason.SEN_NPS_DETRACTOR,
                        0,
                        0,
                        6000,
                        40,
                        7000,
                        65,
                        8000,
                        65,
                        9000,
                        100),
                measure(
                        MeasureKind.SPONSOR_MET,
                        "relationship",
                        10,
                        Reason.REL_SPONSOR_COLD,
                        30000,
                        100,
                        90000,
                        60,
                        180000,
                        0),
                measure(
                        MeasureKind.CONTACTS_TOUCHED,
                        "relationship",
                        10,
                        Reason.REL_SINGLE_THREAD,
                        0,
                        0,
                        1000,
                        30,
                        3000,
                        80,
                        5000,
                        100),
                measure(
                        MeasureKind.MILESTONES_MISSED,
                        "value",
                        20,
                        Reason.ONB_MILESTONE_MISSED,
                        0,
                        100,
                        1000,
                        50,
                        2000,
                        10),
                measure(MeasureKind.OBJECTIVE, "value", 10, Reason.VAL_NO_OBJECTIVE, 0, 20, 1000, 60, 2000, 100),
                new Measure(
                        MeasureKind.MILESTONE_VALUE,
                        "outcome",
                        1,
                        Curve.of(0, 0, 40_000, 20_000, 85_000, 100_000),
                        Reason.ONB_MILESTONE_MISSED,
                        true),
                measure(
                        MeasureKind.INVOICE_OVERDUE,
                        "commercial",
                        10,
                        Reason.COM_INVOICE_OVERDUE,
                        0,
                        100,
                        15000,
                        50,
                        45000,
                        0));
    }

    /** Beside the 100 of the others: two fifths of what is known. */
    private static final int OUTCOME = 67;

    /** Points are given as whole points here, milli-points in the model. */
    private static Measure measure(MeasureKind kind, String dimension, int weight, Reason reason, long... corners) {
        long[] milli = corners.clone();
        for (int i = 1; i < milli.length; i += 2) {
            milli[i] *= 1000;
        }
        return new Measure(kind, dimension, weight, Curve.of(milli), reason);
    }

    private static List<Scorecard> cards() {
        return List.of(
                card("onboarding", Set.of("onboarding"), Set.of(), 30, 15, 10, 40, 5),
                card("renewal", Set.of("renewal"), Set.of(), 30, 15, 20, 15, 20),
                card("named", Set.of(), Set.of("enterprise", "mid-market"), 35, 20, 20, 15, 10),
                card("pooled", Set.of(), Set.of("pooled"), 50, 20, 5, 15, 10),
                card("tech-touch", Set.of(), Set.of(), 65, 15, 0, 10, 10));
    }

    private static Scorecard card(
            String id,
            Set<String> stages,
            Set<String> tiers,
            int usage,
            int support,
            int relationship,
            int value,
            int money) {
        return new Scorecard(
                id,
                stages,
                tiers,
                Map.of(
                        "usage",
                        usage,
                        "support",
                        support,
                        "relationship",
                        relationship,
                        "value",
                        value,
                        "commercial",
                        money,
                        "outcome",
                        OUTCOME));
    }
}
