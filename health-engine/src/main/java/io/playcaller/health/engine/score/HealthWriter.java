package io.playcaller.health.engine.score;

import io.playcaller.contracts.health.Cause;
import io.playcaller.contracts.health.Contribution;
import io.playcaller.contracts.health.FactRef;
import io.playcaller.contracts.health.Grade;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.MeasureScore;
import io.playcaller.contracts.health.ProductScore;
import io.playcaller.health.engine.fact.View;
import io.playcaller.health.engine.measure.Milestones;
import io.playcaller.health.engine.measure.Reading;
import io.playcaller.health.engine.measure.Relationship;
import io.playcaller.health.engine.measure.Support;
import io.playcaller.health.engine.model.HealthModel;
import io.playcaller.health.engine.model.Measure;
import io.playcaller.health.engine.product.ProductScores;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts an assessment into words. */
public final class HealthWriter {

    /** The dimension of what children do to a score. */
    static final String CHILDREN = "children";

    private final HealthModel model;
    private final Decomposition decomposition;
    private final Dimensions dimensions;
    private final ProductScores products;

    public HealthWriter(HealthModel model) {
        this.model = model;
        this.decomposition = new Decomposition(model.scoring());
        this.dimensions = new Dimensions(model.scoring());
        this.products = new ProductScores(model);
    }

    /** What is now said about the account, without its readings: nothing, while there is no score. */
    public Said said(Assessment assessment) {
        if (!assessment.scored()) {
            return Said.NOTHING;
        }
        return new Said(
                assessment.levels(),
                grade(assessment),
                assessment.profile(),
                assessment.confidence(),
                assessment.adoption(),
                extras(assessment),
                assessment.overridden().parts(),
                Readings.NONE,
                assessment.rolling().adds(assessment.levels()));
    }

    /** What is to be said where {@code last} was said before: nothing, where people would read the same. */
    public Saying say(Said last, Assessment now, Occasion occasion) {
        Said before = last.by(model.scoring().places());
        Said next = said(now);
        boolean news = occasion.all() ? !next.same(before) : !next.reads(before);
        if (!news) {
            return new Saying(null, unsaid(before, next, now, occasion));
        }
        if (!now.scored()) {
            return new Saying(gone(before, now, occasion), next);
        }
        Said said = next.with(Readings.after(before, now, occasion, model.version()));
        return new Saying(change(before, now, occasion), said);
    }

    /** What was said, with what moved since: where that is where it was, there is nothing left to be said. */
    private Said unsaid(Said before, Said next, Assessment now, Occasion occasion) {
        Said known = before.under(model.version());
        boolean stands = now.levels().equals(before.standing()) && next.children() == before.childrenStanding();
        if (!now.scored() || stands) {
            return known;
        }
        boolean back = next.levels().equals(before.levels());
        List<Shift> shifts = shifts(before, now, occasion).stream()
                .filter(shift -> shift.byChildren() || !back)
                .map(Shift::kept)
                .toList();
        Unsaid moved = back && shifts.isEmpty() ? Unsaid.NOTHING : new Unsaid(now.levels(), shifts);
        return known.with(Readings.unsaid(known, now, occasion, moved));
    }

    /** What children do moves with what they tell, and with the own score that it is put to. */
    private static List<Shift> shifts(Said before, Assessment now, Occasion occasion) {
        List<Shift> moved = new ArrayList<>(
                Decomposition.shifts(before.standing(), now.levels(), occasion.cause(), occasion.fact()));
        long byChildren = now.rolling().adds(now.levels()) - before.childrenStanding();
        if (byChildren != 0) {
            moved.add(Shift.ofChildren(byChildren, occasion.fact()));
        }
        return Shift.joined(before.readings().unsaid().shifts(), moved);
    }

    private HealthChanged change(Said before, Assessment now, Occasion occasion) {
        List<MeasureScore> measures = measures(now);
        Explanation explanation = new Explanation(before, now, measures, occasion, model.version());
        Long previous = before.scored() ? before.score() : null;
        List<ProductScore> scored = products.of(now.context());
        return new HealthChanged(
                occasion.accountId(),
                occasion.at(),
                occasion.knownAt(),
                now.score(),
                previous,
                grade(now),
                before.grade(),
                explained(before, now, occasion, explanation),
                measures,
                now.adoptionIndex(),
                now.confidence(),
                Milestones.reachedKeys(now.context().view()),
                lastTouch(now),
                now.context().view().freeze().sources(),
                now.profile(),
                model.version(),
                computed(now),
                occasion.fact(),
                dimensions.of(now),
                scored.isEmpty() ? null : scored,
                moreProducts(now, scored),
                severeSince(now));
    }

    private List<Contribution> explained(Said before, Assessment now, Occasion occasion, Explanation explanation) {
        long moved = now.levels().raw() - before.levels().raw();
        List<Shift> shifts = shifts(before, now, occasion);
        List<Contribution> computed = decomposition.of(
                shifts.stream().filter(shift -> !shift.byChildren()).toList(), moved);
        List<Contribution> byHand = byHand(before, now);
        List<Contribution> byChildren = shifts.stream()
                .filter(Shift::byChildren)
                .map(shift -> byChildren(shift.whole(), shift.fact()))
                .map(explanation::byChildren)
                .toList();
        return joined(
                joined(computed.stream().map(explanation::explained).toList(), byChildren),
                byHand.stream().map(explanation::byHand).toList());
    }

    private List<Contribution> contributions(Said before, Assessment now, Cause cause) {
        List<Contribution> computed = decomposition.of(before.levels(), now.levels(), cause);
        long added = now.rolling().adds(now.levels()) - before.children();
        List<Contribution> byChildren = added == 0 ? List.of() : List.of(byChildren(added, null));
        return joined(joined(computed, byChildren), byHand(before, now));
    }

    /** What is not in the account's own score. */
    private static Contribution byChildren(long points, @Nullable FactRef fact) {
        return new Contribution(Cause.CHILD, CHILDREN, null, points, null, null, null, null, fact, null);
    }

    private List<Contribution> byHand(Said before, Assessment now) {
        return Overriding.contributions(
                model.scoring(), before.overridden(), now.overridden().parts());
    }

    private static @Nullable Long computed(Assessment now) {
        boolean scored = now.levels().scored() || now.rolling().scored();
        return now.overridden().inForce().any() && scored ? (Long) now.computed() : null;
    }

    private static List<Contribution> joined(List<Contribution> first, List<Contribution> second) {
        return second.isEmpty()
                ? first
                : Stream.concat(first.stream(), second.stream()).toList();
    }

    /** Its inputs all went away: the last score there was, once more, of which nothing is known any longer. */
    private HealthChanged gone(Said before, Assessment now, Occasion occasion) {
        long last = before.score();
        return new HealthChanged(
                occasion.accountId(),
                occasion.at(),
                occasion.knownAt(),
                last,
                last,
                Objects.requireNonNull(before.grade()),
                before.grade(),
                List.of(),
                measures(now),
                null,
                0,
                Milestones.reachedKeys(now.context().view()),
                lastTouch(now),
                now.context().view().freeze().sources(),
                now.profile(),
                model.version(),
                null,
                occasion.fact(),
                List.of(),
                null,
                null,
                severeSince(now));
    }

    /** The score as it stands, with the contributions that make it up. */
    public Score score(Assessment assessment) {
        View view = assessment.context().view();
        return new Score(
                Instant.ofEpochMilli(view.now()),
                assessment.scored() ? assessment.score() : null,
                assessment.scored() ? grade(assessment) : null,
                measures(assessment),
                assessment.scored() ? contributions(Said.NOTHING, assessment, Cause.FACT) : List.of(),
                assessment.adoptionIndex(),
                assessment.confidence(),
                assessment.levels().card(),
                view.anyFrozen() ? view.freeze().sources() : List.of(),
                assessment.profile(),
                computed(assessment),
                dimensions.of(assessment));
    }

    /** What each measure costs against full marks, worst first. */
    public List<Contribution> losses(Assessment assessment) {
        Levels levels = assessment.overridden().levels();
        List<Contribution> ofLevels = decomposition.of(levels.perfect(), levels, Cause.FACT);
        return Overriding.losses(model.scoring(), assessment.overridden(), ofLevels).stream()
                .sorted(Comparator.comparingLong(Contribution::points))
                .toList();
    }

    /** How the score moved from one time to a later one, worst first. */
    public List<Contribution> moves(Assessment before, Assessment after) {
        return contributions(said(before), after, Cause.FACT).stream()
                .sorted(Comparator.comparingLong(Contribution::points))
                .toList();
    }

    public Grade grade(Assessment assessment) {
        return model.scoring().grades().of(assessment.score());
    }

    private List<MeasureScore> measures(Assessment assessment) {
        return model.scoring().measures().stream()
                .map(measure -> measure(assessment, measure))
                .toList();
    }

    private static MeasureScore measure(Assessment assessment, Measure measure) {
        int kind = measure.kind().position();
        long value = assessment.values()[kind];
        boolean frozen = assessment.context().view().frozen(measure.kind().feed());
        Levels levels = assessment.overridden().levels();
        String sentence = Reading.sentence(measure.kind(), assessment.context(), value)
                + PeerWords.of(measure, assessment)
                + assessment.overridden().words(measure.id());
        return new MeasureScore(
                measure.id(),
                measure.dimension(),
                value == Reading.MISSING ? null : value,
                levels.points()[kind] == Levels.ABSENT ? null : levels.points()[kind],
                levels.weights()[kind],
                frozen,
                frozen ? sentence + " (frozen: its source is quiet)" : sentence);
    }

    private static @Nullable Instant lastTouch(Assessment assessment) {
        long at = Relationship.lastTouch(assessment.context().view());
        return at == Long.MIN_VALUE ? null : Instant.ofEpochMilli(at);
    }

    private static @Nullable Instant severeSince(Assessment assessment) {
        long since = Support.severeSince(assessment.context().view());
        return since == Long.MAX_VALUE ? null : Instant.ofEpochMilli(since);
    }

    private static @Nullable Long moreProducts(Assessment assessment, List<ProductScore> scored) {
        long more = scored.isEmpty() ? 0 : assessment.context().view().moreProducts();
        return more == 0 ? null : (Long) more;
    }

    private int extras(Assessment assessment) {
        View view = assessment.context().view();
        int others = Objects.hash(
                Milestones.reachedKeys(view),
                Relationship.lastTouch(view),
                view.freeze().sources());
        long severe = Support.severeSince(view);
        return others + products.news(assessment.context()) + (severe == Long.MAX_VALUE ? 0 : Long.hashCode(severe));
    }
}
