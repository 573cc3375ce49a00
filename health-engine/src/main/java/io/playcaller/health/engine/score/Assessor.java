package io.playcaller.health.engine.score;

import io.playcaller.contracts.health.Profile;
import io.playcaller.health.engine.fact.View;
import io.playcaller.health.engine.judgement.InForce;
import io.playcaller.health.engine.measure.Context;
import io.playcaller.health.engine.measure.Reading;
import io.playcaller.health.engine.measure.Support;
import io.playcaller.health.engine.model.HealthModel;
import io.playcaller.health.engine.model.Measure;
import io.playcaller.health.engine.model.MeasureKind;
import io.playcaller.health.engine.model.Scorecard;
import io.playcaller.health.engine.profile.Profiler;
import java.util.Arrays;

/** Judges an account as a view shows it. */
public final class Assessor {

    private static final int KINDS = MeasureKind.values().length;

    private final HealthModel model;
    private final Weights weights;
    private final Overriding overriding;

    public Assessor(HealthModel model) {
        this.model = model;
        this.weights = new Weights(model.scoring());
        this.overriding = new Overriding(model.scoring(), weights);
    }

    public HealthModel model() {
        return model;
    }

    public Assessment assess(View view) {
        return assess(view, true);
    }

    /** The score on live inputs alone, as if frozen ones were missing; {@link Levels#ABSENT} when nothing is left. */
    public long liveScore(View view) {
        Assessment live = assess(view, false);
        return live.scored() ? live.score() : Levels.ABSENT;
    }

    private Assessment assess(View view, boolean withFrozen) {
        Context context = Context.of(model, view);
        Profile profile = Profiler.profile(model.profile(), view, context.commercial());
        Scorecard card = card(profile);
        long[] values = new long[KINDS];
        long[] points = new long[KINDS];
        Arrays.fill(values, Reading.MISSING);
        Arrays.fill(points, Levels.ABSENT);
        int present = 0;
        for (Measure measure : model.scoring().measures()) {
            int kind = measure.kind().position();
            boolean counts = withFrozen || !view.frozen(measure.kind().feed());
            values[kind] = counts ? Reading.value(measure.kind(), context) : Reading.MISSING;
            if (values[kind] != Reading.MISSING) {
                points[kind] = measure.curve().at(values[kind]);
                present |= 1 << kind;
            }
        }
        Levels unfloored = new Levels(card.id(), points, weights.effective(card, present), 0);
        Levels computed = floored(unfloored, view);
        return new Assessment(
                context,
                profile,
                computed,
                values,
                confidence(card, present, view),
                AdoptionIndex.of(model.usage(), values),
                Rolling.NONE,
                overriding.of(InForce.of(view), card, computed, levels -> floored(levels, view), Rolling.NONE));
    }

    /**
     * The account with its children, as its card rolls them up. Signals are judged without: what shows in a child opens its signal
     * there.
     */
    public Assessment withChildren(Assessment own) {
        Scorecard card = card(own.profile());
        Rolling rolling = Rolling.of(card.rollUp(), own.context());
        if (rolling.children().isEmpty()) {
            return own;
        }
        View view = own.context().view();
        Overridden overridden =
                overriding.of(own.overridden().inForce(), card, own.levels(), levels -> floored(levels, view), rolling);
        int confidence = own.overridden().scored() ? own.confidence() : rolling.confidence();
        return new Assessment(
                own.context(),
                own.profile(),
                own.levels(),
                own.values(),
                confidence,
                own.adoption(),
                rolling,
                overridden);
    }

    private Levels floored(Levels levels, View view) {
        long most = model.scoring().tickets().floorScore();
        if (!Support.floor(view, model.scoring().tickets()) || levels.raw() <= most) {
            return levels;
        }
        return new Levels(levels.card(), levels.points(), levels.weights(), most - levels.raw());
    }

    private Scorecard card(Profile profile) {
        for (Scorecard card : model.scoring().cards()) {
            if (card.matches(profile.stage(), profile.tier())) {
                return card;
            }
        }
        throw new IllegalStateException("the last card matches everything");
    }

    private int confidence(Scorecard card, int present, View view) {
        int[] full = weights.full(card, present);
        int confidence = 0;
        for (Measure measure : model.scoring().measures()) {
            int kind = measure.kind().position();
            boolean heard =
                    (present & (1 << kind)) != 0 && !view.frozen(measure.kind().feed());
            confidence += heard ? full[kind] : 0;
        }
        return confidence;
    }
}
