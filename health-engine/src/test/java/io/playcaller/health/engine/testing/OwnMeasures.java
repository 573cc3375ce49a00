package io.playcaller.health.engine.testing;

import io.playcaller.contracts.fact.Feed;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.model.Curve;
import io.playcaller.health.engine.model.Declared;
import io.playcaller.health.engine.model.Expression;
import io.playcaller.health.engine.model.Expression.Change;
import io.playcaller.health.engine.model.Expression.DaysSince;
import io.playcaller.health.engine.model.HealthModel;
import io.playcaller.health.engine.model.Measure;
import io.playcaller.health.engine.model.ModelVersion;
import io.playcaller.health.engine.model.Scoring;
import java.util.ArrayList;
import java.util.List;

/** Models that declare measures beside those of the default content, all optional. Mutable, for tests only. */
public final class OwnMeasures {

    private static final Curve LESS_IS_BETTER = Curve.of(0, 100_000, 28_000, 0);
    private static final Curve MORE_IS_BETTER = Curve.of(0, 0, 28_000, 100_000);
    private static final Curve SHARE = Curve.of(-500, 0, 1_000, 100_000);

    private final String name;
    private final List<Measure> declared = new ArrayList<>();

    private OwnMeasures(String name) {
        this.name = name;
    }

    public static OwnMeasures named(String name) {
        return new OwnMeasures(name);
    }

    public OwnMeasures measure(String id, Expression expression) {
        return measure(id, expression, curve(expression));
    }

    public OwnMeasures measure(String id, Expression expression, Curve curve) {
        Declared kind = new Declared(declared.size(), id, "", expression);
        String dimension = kind.feed() == Feed.USAGE ? "usage" : "relationship";
        Reason reason = kind.feed() == Feed.USAGE ? Reason.USAGE_LEVEL_LOW : Reason.REL_NO_TOUCH;
        declared.add(new Measure(kind, dimension, 20, curve, reason, true));
        return this;
    }

    private static Curve curve(Expression expression) {
        if (expression instanceof DaysSince) {
            return LESS_IS_BETTER;
        }
        return expression instanceof Change || expression instanceof Expression.Ratio ? SHARE : MORE_IS_BETTER;
    }

    /** Beside those of {@code base}. */
    public HealthModel beside(HealthModel base) {
        Scoring scoring = base.scoring();
        List<Measure> measures = new ArrayList<>(scoring.measures());
        measures.addAll(declared);
        return new HealthModel(
                new ModelVersion("hash-of-" + name, name),
                new Scoring(
                        measures,
                        scoring.cards(),
                        scoring.grades(),
                        scoring.tickets(),
                        scoring.products(),
                        scoring.windows()),
                base.signals(),
                base.profile(),
                base.usage());
    }
}
