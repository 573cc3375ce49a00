package io.playcaller.health.engine.score;

import io.playcaller.contracts.health.Grade;
import io.playcaller.contracts.health.Profile;
import io.playcaller.health.engine.measure.Reading;
import io.playcaller.health.engine.model.Places;
import io.playcaller.health.engine.score.Overridden.Part;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was last said about an account's health.
 *
 * @param grade null while there is no score
 * @param profile null before the first tick
 * @param levels as they are computed
 * @param adoption thousandths of 0 to 100, or {@link Reading#MISSING}
 * @param extras hash of what else was said: milestones, last touch, frozen sources, whole points and grades of products, since when a
 *     severity-1 ticket is open
 * @param overridden what overrides did to the score
 * @param readings the values that were said with it
 * @param children what they added to the account's own score, milli-points; may be negative
 */
public record Said(
        Levels levels,
        @Nullable Grade grade,
        @Nullable Profile profile,
        int confidence,
        long adoption,
        int extras,
        List<Part> overridden,
        Readings readings,
        long children) {

    /** People read scores in whole points, and how sure they are in whole percents; both rounded down. */
    private static final long POINT = 1_000;

    private static final int PERCENT = 10_000;

    public static final Said NOTHING =
            new Said(Levels.NONE, null, null, 0, Reading.MISSING, 0, List.of(), Readings.NONE, 0);

    public Said {
        overridden = List.copyOf(overridden);
    }

    /** Of an account without children. */
    public Said(
            Levels levels,
            @Nullable Grade grade,
            @Nullable Profile profile,
            int confidence,
            long adoption,
            int extras,
            List<Part> overridden,
            Readings readings) {
        this(levels, grade, profile, confidence, adoption, extras, overridden, readings, 0);
    }

    public boolean scored() {
        return grade != null;
    }

    /**
     * The same by the places of the model that judges now. What that does not declare, and was said or moved since, stands behind
     * its own, so that it can be said that it is gone.
     */
    Said by(Places model) {
        if (!scored() || levels.places().equals(model)) {
            return this;
        }
        Places all = model.and(levels.declared()).and(standing().declared());
        Levels placed = levels.by(all);
        Unsaid moved = readings.unsaid().by(all);
        return new Said(
                placed,
                grade,
                profile,
                confidence,
                adoption,
                extras,
                overridden,
                readings.by(levels.places(), all, moved),
                children);
    }

    /** Milli-points, with children and with what people say. */
    public long score() {
        return levels.score() + children + Overridden.sum(overridden);
    }

    /** Whether anything moved since that was not announced. */
    public boolean waits() {
        return !readings.unsaid().equals(Unsaid.NOTHING);
    }

    /** The levels as they stand, whether they were announced or not. */
    Levels standing() {
        Levels moved = readings.unsaid().levels();
        return moved == null ? levels : moved;
    }

    /** What children add as it stands, whether it was announced or not; milli-points. */
    long childrenStanding() {
        return children + readings.unsaid().byChildren();
    }

    /**
     * Whether people read the same: the score, what it would be without overrides, what children add and what each override does in
     * whole points, the grade, the confidence in whole percents, the adoption index in whole points, the card, which measures there
     * are, the profile, whether a floor holds it, and what else is said.
     */
    boolean reads(Said other) {
        return points(score()) == points(other.score())
                && points(levels.score() + children) == points(other.levels.score() + other.children)
                && points(children) == points(other.children)
                && grade == other.grade
                && confidence / PERCENT == other.confidence / PERCENT
                && points(adoption) == points(other.adoption)
                && levels.card().equals(other.levels.card())
                && levels.places().equals(other.levels.places())
                && (levels.floor() == 0) == (other.levels.floor() == 0)
                && extras == other.extras
                && Objects.equals(profile, other.profile)
                && readParts(other);
    }

    private boolean readParts(Said other) {
        if (overridden.size() != other.overridden.size()) {
            return false;
        }
        for (int i = 0; i < overridden.size(); i++) {
            Part one = overridden.get(i);
            Part another = other.overridden.get(i);
            if (!one.target().equals(another.target()) || points(one.points()) != points(another.points())) {
                return false;
            }
        }
        return true;
    }

    private static long points(long milliPoints) {
        return Math.floorDiv(milliPoints, POINT);
    }

    /** Whether it tells people exactly the same: another value that makes the same points is no news. */
    public boolean same(Said other) {
        return levels.equals(other.levels)
                && grade == other.grade
                && Objects.equals(profile, other.profile)
                && confidence == other.confidence
                && adoption == other.adoption
                && extras == other.extras
                && overridden.equals(other.overridden)
                && children == other.children;
    }

    /** The same, now that another model says so. */
    public Said under(String model) {
        return scored() && !readings.model().equals(model) ? with(readings.under(model)) : this;
    }

    Said with(Readings next) {
        return new Said(levels, grade, profile, confidence, adoption, extras, overridden, next, children);
    }
}
