package io.playcaller.health.engine.score;

import io.playcaller.contracts.health.Profile;
import io.playcaller.health.engine.fact.View;
import io.playcaller.health.engine.judgement.InForce;
import io.playcaller.health.engine.measure.Context;
import io.playcaller.health.engine.measure.Reading;
import io.playcaller.health.engine.measure.Support;
import io.playcaller.health.engine.model.Curve;
import io.playcaller.health.engine.model.HealthModel;
import io.playcaller.health.engine.model.Measure;
import io.playcaller.health.engine.model.Places;
import io.playcaller.health.engine.model.Scorecard;
import io.playcaller.health.engine.peer.Baseline;
import io.playcaller.health.engine.peer.Histogram;
import io.playcaller.health.engine.peer.Peers;
import io.playcaller.health.engine.profile.Placement;
import io.playcaller.health.engine.profile.Profiler;
import java.util.Arrays;

/** Judges an account as a view shows it: at each time beside the peers that were known then. */
public final class Assessor {

    /** Tenths for which a measure that is meant to be compared with peers counts in the confidence while there are too few. */
    private static final int ALONE = 9;

    private static final int TENTHS = 10;

    private final HealthModel model;
    private final Peers peers;
    private final Places places;
    private final Weights weights;
    private final Overriding overriding;

    /** One for which there are no peers. */
    public Assessor(HealthModel model) {
        this(model, Peers.NONE);
    }

    public Assessor(HealthModel model, Peers peers) {
        this.model = model;
        this.peers = peers;
        this.places = model.scoring().places();
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
        Placement placement = Profiler.placement(model.profile(), view, context.commercial());
        Profile profile = placement.placed().profile();
        Scorecard card = card(profile);
        Baseline baseline = baseline(view);
        long[] values = new long[places.size()];
        long[] points = Levels.absent(places);
        Arrays.fill(values, Reading.MISSING);
        long present = 0;
        for (Measure measure : model.scoring().measures()) {
            int kind = measure.kind().position();
            boolean counts = withFrozen || !view.frozen(measure.kind().feed());
            values[kind] = counts ? Reading.value(measure.kind(), context) : Reading.MISSING;
            if (values[kind] != Reading.MISSING) {
                points[kind] = points(measure, values[kind], profile.segment(), baseline);
                present |= 1L << kind;
            }
        }
        Levels unfloored = new Levels(card.id(), places, points, weights.effective(card, present), 0);
        Levels computed = floored(unfloored, view);
        return new Assessment(
                context,
                placement,
                computed,
                values,
                confidence(card, present, view, profile.segment(), baseline),
                AdoptionIndex.of(model.usage(), values),
                Rolling.NONE,
                overriding.of(InForce.of(view), card, computed, levels -> floored(levels, view), Rolling.NONE),
                baseline);
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
                own.placement(),
                own.levels(),
                own.values(),
                confidence,
                own.adoption(),
                rolling,
                overridden,
                own.peers());
    }

    /** A finished day is judged by what was known before it ended, however late it is judged. */
    private Baseline baseline(View view) {
        return view.settled() ? peers.toldBefore(view.now()) : peers.at(view.now());
    }

    private static long points(Measure measure, long value, String segment, Baseline baseline) {
        Curve relative = measure.relative();
        Histogram among = relative == null ? null : baseline.peers(segment, measure.id());
        return relative == null || among == null ? measure.curve().at(value) : relative.at(among.place(value));
    }

    private Levels floored(Levels levels, View view) {
        long most = model.scoring().tickets().floorScore();
        if (levels.raw() <= most || !Support.floor(view, model.scoring().tickets())) {
            return levels;
        }
        return new Levels(levels.card(), places, levels.points(), levels.weights(), most - levels.raw());
    }

    private Scorecard card(Profile profile) {
        for (Scorecard card : model.scoring().cards()) {
            if (card.matches(profile.stage(), profile.tier())) {
                return card;
            }
        }
        throw new IllegalStateException("the last card matches everything");
    }

    /**
     * One that is meant to be compared with peers, and is not, for there are too few, counts for nine tenths: so much of what its
     * place tells of how it ends its curve tells as well (ADR 0064).
     */
    private int confidence(Scorecard card, long present, View view, String segment, Baseline baseline) {
        int[] full = weights.full(card, present);
        int confidence = 0;
        for (Measure measure : model.scoring().measures()) {
            int kind = measure.kind().position();
            boolean heard =
                    (present & (1L << kind)) != 0 && !view.frozen(measure.kind().feed());
            boolean alone = measure.relative() != null && baseline.peers(segment, measure.id()) == null;
            if (heard) {
                confidence += alone ? full[kind] * ALONE / TENTHS : full[kind];
            }
        }
        return confidence;
    }
}
