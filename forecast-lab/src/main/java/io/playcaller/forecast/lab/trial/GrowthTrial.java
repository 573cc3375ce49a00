package io.playcaller.forecast.lab.trial;

import io.playcaller.forecast.engine.contract.AmountShares;
import io.playcaller.forecast.engine.contract.FittedModel.Growth;
import io.playcaller.forecast.engine.fit.LinearScore;
import io.playcaller.forecast.lab.closed.Ending;
import io.playcaller.forecast.lab.learn.LogisticLearner;
import io.playcaller.forecast.lab.trial.Lesson.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * With how much contracts renew, given that they renew, and in the same currency: less and more, each against the same (individualised logits: Begg and Gray
 * 1984), and the shares. Learnt from all that ended before the days that judge.
 */
final class GrowthTrial {

    private static final int LEAST_SHARES = 30;
    private static final double SURE = 1e-9;

    private final List<Lesson> teach;
    private final List<Lesson> judge;
    private final Enough enough;
    private final long seed;

    GrowthTrial(Windows windows, Enough enough, long seed) {
        List<Lesson> before = new ArrayList<>(windows.teach());
        before.addAll(windows.calibrate());
        this.teach = renewed(before);
        this.judge = renewed(windows.judge());
        this.enough = enough;
        this.seed = seed;
    }

    /** What came of it: the growth to use, and why. */
    record Outcome(Growth growth, boolean changed, List<Verdict> verdicts) {}

    Outcome run(Growth inForce) {
        List<Verdict> verdicts = new ArrayList<>();
        Optional<String> missing = Enough.missing("learn less and more", teach, Ending::contracted, enough.toLearn())
                .or(() -> Enough.missing("learn less and more", teach, Ending::expanded, enough.toLearn()))
                .or(() -> Enough.missing("judge less and more", judge, Ending::contracted, enough.toJudge()));
        Growth growth = inForce;
        if (missing.isPresent()) {
            verdicts.add(Verdict.untried("amounts", missing.get()));
        } else {
            growth = odds(growth, verdicts);
            growth = shares(growth, verdicts);
        }
        return new Outcome(growth, !growth.equals(inForce), List.copyOf(verdicts));
    }

    private Growth odds(Growth inForce, List<Verdict> verdicts) {
        LinearScore less = learn(lesson -> !lesson.ending().expanded(), Ending::contracted);
        LinearScore more = learn(lesson -> !lesson.ending().contracted(), Ending::expanded);
        Difference difference =
                Difference.of(judge, losses(lesson -> said(less, more, lesson)), losses(Lesson::inForce), seed);
        verdicts.add(Verdict.of("less and more", "log loss of less, the same or more", difference));
        return difference.better() ? new Growth(less, more, inForce.shares()) : inForce;
    }

    private LinearScore learn(Predicate<Lesson> of, Predicate<Ending> end) {
        List<Lesson> lessons = teach.stream().filter(of).toList();
        return LogisticLearner.plain().learn(Trial.lessons(lessons, end));
    }

    private Growth shares(Growth inForce, List<Verdict> verdicts) {
        List<Double> less = kept(teach, Ending::contracted);
        List<Double> more = kept(teach, Ending::expanded);
        List<Lesson> moved = judge.stream()
                .filter(lesson ->
                        lesson.ending().contracted() || lesson.ending().expanded())
                .toList();
        if (less.size() < LEAST_SHARES || more.size() < LEAST_SHARES || moved.isEmpty()) {
            return inForce;
        }
        AmountShares learnt = AmountShares.prior().withLess(less).withMore(more);
        Difference difference =
                Difference.of(moved, distances(moved, learnt), distances(moved, inForce.shares()), seed);
        verdicts.add(Verdict.of("shares", "continuous ranked probability score of the share kept", difference));
        return difference.better() ? new Growth(inForce.less(), inForce.more(), learnt) : inForce;
    }

    private double[] losses(Function<Lesson, Said> model) {
        return judge.stream()
                .mapToDouble(lesson -> {
                    Said said = model.apply(lesson);
                    double came = lesson.ending().contracted()
                            ? said.less()
                            : lesson.ending().expanded() ? said.more() : 1 - said.less() - said.more();
                    return -Math.log(Math.max(SURE, came));
                })
                .toArray();
    }

    private static Said said(LinearScore less, LinearScore more, Lesson lesson) {
        ToDoubleFunction<String> values = lesson::value;
        double lessOdds = Math.exp(less.logOdds(values));
        double moreOdds = Math.exp(more.logOdds(values));
        double total = 1 + lessOdds + moreOdds;
        return new Said(lesson.inForce().renews(), lessOdds / total, moreOdds / total);
    }

    private static double[] distances(List<Lesson> lessons, AmountShares shares) {
        return lessons.stream()
                .mapToDouble(lesson -> shares.distance(lesson.ending().kept()))
                .toArray();
    }

    private static List<Double> kept(List<Lesson> lessons, Predicate<Ending> which) {
        return lessons.stream()
                .map(Lesson::ending)
                .distinct()
                .filter(which)
                .map(Ending::kept)
                .toList();
    }

    private static List<Lesson> renewed(List<Lesson> lessons) {
        return lessons.stream()
                .filter(lesson -> lesson.ending().renewed() && lesson.ending().isMeasured())
                .toList();
    }
}
