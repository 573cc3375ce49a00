package io.playcaller.health.engine.score;

import io.playcaller.contracts.health.Cause;
import io.playcaller.contracts.health.Contribution;
import io.playcaller.contracts.health.FactRef;
import io.playcaller.contracts.health.MeasureLevel;
import io.playcaller.contracts.health.MeasureScore;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.Ruling;
import io.playcaller.health.engine.measure.Amounts;
import io.playcaller.health.engine.measure.Reading;
import io.playcaller.health.engine.measure.Since;
import io.playcaller.health.engine.model.Measure;
import io.playcaller.health.engine.model.MeasureKind;
import io.playcaller.health.engine.model.Places;
import io.playcaller.health.engine.model.Yardstick;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says of each contribution to a change from where to where its measure moved, which fact did it, and in a sentence what, how
 * much, since when, compared with what, and how sure. Compared is with what was announced last.
 *
 * @param measures as they stand after the change, each with its sentence
 * @param model name of the one that applies now
 */
record Explanation(Said before, Assessment now, List<MeasureScore> measures, Occasion occasion, String model) {

    Contribution explained(Contribution plain) {
        String measure = plain.measure();
        Yardstick kind = measure == null ? null : kind(measure);
        FactRef last = measure == null ? null : before.readings().movers().get(measure);
        FactRef evidence = plain.cause() == Cause.TIME ? last : plain.evidence();
        MeasureLevel from = measure == null ? null : levelBefore(measure);
        MeasureLevel to = measure == null ? null : levelNow(measure);
        String what = measure == null ? floor(plain) : what(plain, measure, from, to);
        return new Contribution(
                plain.cause(),
                plain.dimension(),
                plain.measure(),
                plain.points(),
                plain.reason(),
                kind == null ? null : kind.unit(),
                from,
                to,
                evidence,
                what == null ? null : what + "; confidence " + now.confidence() / 10_000 + "%");
    }

    /** What people said explains itself. */
    Contribution byHand(Contribution plain) {
        String target = plain.measure() == null ? Ruling.SCORE : plain.measure();
        Ruling ruling = now.overridden().inForce().byTarget().get(target);
        String sentence = ruling == null
                ? "No longer set by hand"
                : "Set to " + Amounts.points(ruling.points()) + " by hand until " + Days.date(Days.of(ruling.until()));
        return new Contribution(
                plain.cause(),
                plain.dimension(),
                plain.measure(),
                plain.points(),
                plain.reason(),
                null,
                null,
                null,
                null,
                sentence);
    }

    /**
     * What children do to the score, by the fact that moved it most: what a child told, or one that moved the account's own score
     * under theirs.
     */
    Contribution byChildren(Contribution plain) {
        boolean any = !now.rolling().children().isEmpty();
        String sentence = any ? now.rolling().words() : "No child account counts any more";
        return new Contribution(
                plain.cause(),
                plain.dimension(),
                plain.measure(),
                plain.points(),
                plain.reason(),
                null,
                null,
                null,
                plain.evidence(),
                sentence + "; confidence " + now.confidence() / 10_000 + "%");
    }

    /** Null for one that another model declared. */
    private @Nullable Yardstick kind(String measure) {
        return now.context()
                .model()
                .scoring()
                .measure(measure)
                .map(Measure::kind)
                .or(() -> MeasureKind.ofId(measure))
                .orElse(null);
    }

    private @Nullable MeasureLevel levelBefore(String measure) {
        int place = before.levels().places().of(measure);
        return level(before.levels(), before.readings().value(place), place);
    }

    private @Nullable MeasureLevel levelNow(String measure) {
        int place = now.levels().places().of(measure);
        return place == Places.NOWHERE ? null : level(now.levels(), now.values()[place], place);
    }

    private static @Nullable MeasureLevel level(Levels levels, long value, int place) {
        return levels.at(place) == Levels.ABSENT
                ? null
                : new MeasureLevel(value == Reading.MISSING ? null : value, levels.at(place), levels.weights()[place]);
    }

    private String what(Contribution plain, String measure, @Nullable MeasureLevel from, @Nullable MeasureLevel to) {
        return switch (plain.cause()) {
            case FACT -> moved(measure, from, to) + by(plain);
            case TIME -> moved(measure, from, to) + "; time passed" + since(measure);
            case PEERS -> moved(measure, from, to) + "; its peers moved";
            case REDISTRIBUTION -> counts(from, to) + ": " + inputs();
            default -> otherModel() + ": " + String.join(", ", judged(from, to));
        };
    }

    private String moved(String measure, @Nullable MeasureLevel from, @Nullable MeasureLevel to) {
        Yardstick kind = kind(measure);
        Long value = from == null ? null : from.value();
        if (kind == null || value == null || (to != null && value.equals(to.value()))) {
            return sentence(measure);
        }
        return sentence(measure) + ", " + Amounts.of(kind, value) + then();
    }

    /** What is compared with: when the account was announced before. */
    private String then() {
        long at = before.readings().at();
        return at == Readings.UNKNOWN ? " before" : " on " + Days.date(Days.of(at));
    }

    private String since(String measure) {
        Yardstick kind = kind(measure);
        return kind == null
                ? ""
                : Since.of(kind, now.context(), now.values()[kind.position()])
                        .map(day -> " since " + day)
                        .orElse("");
    }

    private String sentence(String id) {
        for (MeasureScore measure : measures) {
            if (measure.measure().equals(id)) {
                return measure.sentence();
            }
        }
        return "No longer measured";
    }

    /** By which fact; of one that was told of no more is known. */
    private String by(Contribution plain) {
        FactRef fact = plain.evidence();
        if (fact == null) {
            return occasion.byFacts() && occasion.fact() == null ? "; by imported facts" : "";
        }
        return "; by " + fact.source() + " on " + day(fact);
    }

    private static String day(FactRef fact) {
        return Days.date(Days.of(fact.at().toEpochMilli())).toString();
    }

    private static String counts(@Nullable MeasureLevel from, @Nullable MeasureLevel to) {
        String share = to == null ? "nothing" : Amounts.share(to.weight());
        return "Counts " + share + (from == null ? "" : ", " + Amounts.share(from.weight()) + " before");
    }

    /** Which inputs came and went. */
    private String inputs() {
        List<String> inputs = new ArrayList<>();
        Places places =
                before.scored() ? before.levels().places() : now.levels().places();
        for (int place = 0; place < places.size(); place++) {
            boolean was = before.levels().present(place);
            boolean is = now.levels().present(place);
            if (was != is) {
                inputs.add(places.id(place) + (is ? " came" : " went"));
            }
        }
        return String.join(", ", inputs);
    }

    private String otherModel() {
        String known = before.readings().model();
        if (occasion.cause() == Cause.MODEL) {
            return "Model " + model + (known.isEmpty() || known.equals(model) ? ", changed" : " instead of " + known);
        }
        return "Scorecard " + now.levels().card() + " instead of "
                + before.levels().card();
    }

    private static List<String> judged(@Nullable MeasureLevel from, @Nullable MeasureLevel to) {
        List<String> judged = new ArrayList<>();
        if (from != null && to != null && from.points() != to.points()) {
            judged.add(Amounts.points(to.points()) + " points, " + Amounts.points(from.points()) + " before");
        }
        if (from == null || to == null || from.weight() != to.weight() || judged.isEmpty()) {
            judged.add(counts(from, to).replace("Counts", "counts"));
        }
        return judged;
    }

    private @Nullable String floor(Contribution plain) {
        if (!plain.dimension().equals(Decomposition.FLOOR)) {
            return null;
        }
        long took = -before.levels().floor();
        long takes = -now.levels().floor();
        String score = now.overridden().inForce().any() ? "computed score" : "score";
        String held = takes == 0
                ? "No severe ticket holds the " + score + " any more, it took off " + Amounts.points(took)
                : "A severe ticket holds the " + score + " at "
                        + Amounts.points(now.levels().score()) + ": it takes off "
                        + Amounts.points(takes) + (took == 0 ? "" : ", " + Amounts.points(took) + " before");
        return switch (plain.cause()) {
            case FACT -> held + by(plain);
            case TIME -> held + "; time passed";
            default -> held;
        };
    }
}
