package io.playcaller.forecast.lab.trial;

import io.playcaller.forecast.engine.contract.ContractModel;
import io.playcaller.forecast.engine.contract.FittedModel;
import io.playcaller.forecast.engine.contract.FittedModel.Growth;
import io.playcaller.forecast.engine.contract.PriorModel;
import io.playcaller.forecast.lab.closed.Ending;
import io.playcaller.forecast.lab.learn.Lessons;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One attempt to learn a better model. Two candidates say how likely a contract renews: one learnt anew, and the one in force put right on
 * the latest endings but those that judge; of those that beat the model in force the one with the least log loss is taken. Less and
 * more, and their shares, are tried each by itself. What does not win stays as it is in force, and a trial without a winner makes
 * no model.
 *
 * <p>A candidate wins where the 95% interval of its loss less that of the model in force lies below 0, on endings after all that
 * taught it, by drawing whole accounts. The model in force may have seen some of these endings, which makes it harder to beat.
 *
 * @param prior speaks where nothing was learnt
 * @param seed of the draws
 */
public record Trial(ContractModel inForce, PriorModel prior, Enough enough, long seed) {

    /**
     * What came of it.
     *
     * @param data empty where nothing ended
     * @param drift empty where too little ended to judge
     * @param card of the new model; empty where nothing won
     */
    public record Result(
            Optional<Data> data, Optional<Drift> drift, List<Verdict> verdicts, Optional<ModelCard> card) {}

    /**
     * @param lessons under the model in force
     * @param version of the new model, if there is one
     */
    public Result run(List<Lesson> lessons, String version, Instant now) {
        if (lessons.isEmpty()) {
            return new Result(
                    Optional.empty(),
                    Optional.empty(),
                    List.of(Verdict.untried("renewal", "no contract has ended yet")),
                    Optional.empty());
        }
        Data data = Data.of(lessons);
        Windows windows = Windows.of(lessons);
        Optional<String> missing = Enough.missing("judge a renewal", windows.judge(), Ending::renewed, enough.toJudge())
                .or(() -> Enough.missing(
                        "put a renewal right", windows.calibrate(), Ending::renewed, enough.toCalibrate()));
        if (missing.isPresent()) {
            return new Result(
                    Optional.of(data),
                    Optional.empty(),
                    List.of(Verdict.untried("renewal", missing.get())),
                    Optional.empty());
        }
        return judged(data, windows, version, now);
    }

    private Result judged(Data data, Windows windows, String version, Instant now) {
        List<Verdict> verdicts = new ArrayList<>();
        RenewalCandidate unchanged = RenewalCandidate.unchanged(inForce);
        RenewalCandidate winner = winner(windows, unchanged, verdicts);
        Growth before = inForce instanceof FittedModel fitted ? fitted.growth() : Growth.PRIOR;
        GrowthTrial.Outcome growth = new GrowthTrial(windows, enough, seed).run(before);
        verdicts.addAll(growth.verdicts());
        Optional<Drift> drift = Optional.of(Drift.of(windows.judge(), seed));
        if (winner.equals(unchanged) && !growth.changed()) {
            return new Result(Optional.of(data), drift, List.copyOf(verdicts), Optional.empty());
        }
        FittedModel model = new FittedModel(version, prior, winner.score(), winner.calibration(), growth.growth());
        Segments mine = new Segments(windows.judge(), winner.renews(windows.judge()), seed);
        Segments theirs = new Segments(windows.judge(), unchanged.renews(windows.judge()), seed);
        ModelCard card = new ModelCard(
                version,
                inForce.version(),
                now,
                data,
                windows.teachUntil(),
                windows.calibrateUntil(),
                List.copyOf(verdicts),
                mine.all(),
                theirs.all(),
                mine.byParts(),
                winner.form(),
                model);
        return new Result(Optional.of(data), drift, card.verdicts(), Optional.of(card));
    }

    private RenewalCandidate winner(Windows windows, RenewalCandidate unchanged, List<Verdict> verdicts) {
        List<RenewalCandidate> candidates = new ArrayList<>();
        candidates.add(RenewalCandidate.recalibrated(windows, inForce));
        Enough.missing("learn a renewal", windows.teach(), Ending::renewed, enough.toLearn())
                .ifPresentOrElse(
                        why -> verdicts.add(Verdict.untried("renewal: refit", why)),
                        () -> candidates.add(RenewalCandidate.refit(windows)));
        List<Lesson> judge = windows.judge();
        double[] inForceLosses = losses(unchanged, judge);
        record Judged(RenewalCandidate candidate, Difference difference) {}
        List<Judged> all = candidates.stream()
                .map(candidate ->
                        new Judged(candidate, Difference.of(judge, losses(candidate, judge), inForceLosses, seed)))
                .toList();
        all.forEach(one -> verdicts.add(Verdict.of(one.candidate().part(), "log loss of renewal", one.difference())));
        return all.stream()
                .filter(one -> one.difference().better())
                .min(Comparator.comparingDouble(one -> one.difference().mean()))
                .map(Judged::candidate)
                .orElse(unchanged);
    }

    private static double[] losses(RenewalCandidate candidate, List<Lesson> judge) {
        double[] renews = candidate.renews(judge);
        for (int i = 0; i < renews.length; i++) {
            renews[i] = -Math.log(judge.get(i).ending().renewed() ? renews[i] : 1 - renews[i]);
        }
        return renews;
    }

    /** Several looks at one ending tell no more than one. */
    static Lessons lessons(List<Lesson> lessons, Predicate<Ending> end) {
        boolean[] ends = new boolean[lessons.size()];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = end.test(lessons.get(i).ending());
        }
        long endings = lessons.stream().map(Lesson::ending).distinct().count();
        return new Lessons(Lesson.FEATURES, lessons.stream().map(Lesson::row).toList(), ends, (int) endings);
    }
}
