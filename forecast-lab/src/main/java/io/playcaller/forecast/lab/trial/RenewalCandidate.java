package io.playcaller.forecast.lab.trial;

import io.playcaller.forecast.engine.LogOdds;
import io.playcaller.forecast.engine.calibration.Calibration;
import io.playcaller.forecast.engine.contract.ContractModel;
import io.playcaller.forecast.engine.contract.FittedModel;
import io.playcaller.forecast.engine.fit.LinearScore;
import io.playcaller.forecast.lab.closed.Ending;
import io.playcaller.forecast.lab.learn.FormChoice;
import io.playcaller.forecast.lab.learn.LearntScore;
import io.playcaller.forecast.lab.learn.PlattLearner;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A way to say how likely a contract renews.
 *
 * @param score null for the prior's
 * @param form null where nothing was learnt anew
 * @param logOdds what it says of a lesson
 */
record RenewalCandidate(
        String part,
        @Nullable LinearScore score,
        Calibration calibration,
        @Nullable FormChoice form,
        ToDoubleFunction<Lesson> logOdds) {

    /** Learnt from the lessons that teach, and put right on the next. */
    static RenewalCandidate refit(Windows windows) {
        LearntScore learnt = LearntScore.from(
                Trial.lessons(windows.teach(), Ending::renewed), Trial.lessons(windows.calibrate(), Ending::renewed));
        return new RenewalCandidate(
                "renewal: refit",
                learnt.score(),
                learnt.calibration(),
                learnt.form(),
                lesson -> learnt.calibration().of(learnt.score().logOdds(lesson::value)));
    }

    /** The model in force, put right on the lessons after those that teach. */
    static RenewalCandidate recalibrated(Windows windows, ContractModel inForce) {
        ToDoubleFunction<Lesson> said = lesson -> LogOdds.of(lesson.inForce().renews());
        Calibration calibration = platt(windows.calibrate(), said);
        Calibration before = inForce instanceof FittedModel fitted ? fitted.calibration() : Calibration.NONE;
        return new RenewalCandidate(
                "renewal: recalibrated",
                inForce instanceof FittedModel fitted ? fitted.renewal() : null,
                before.then(calibration),
                null,
                lesson -> calibration.of(said.applyAsDouble(lesson)));
    }

    /** As in force. */
    static RenewalCandidate unchanged(ContractModel inForce) {
        return new RenewalCandidate(
                "renewal: in force",
                inForce instanceof FittedModel fitted ? fitted.renewal() : null,
                inForce instanceof FittedModel fitted ? fitted.calibration() : Calibration.NONE,
                null,
                lesson -> LogOdds.of(lesson.inForce().renews()));
    }

    /** How likely each renews; no surer than a forecast is. */
    double[] renews(List<Lesson> lessons) {
        return lessons.stream()
                .mapToDouble(lesson -> LogOdds.millionths(logOdds.applyAsDouble(lesson)) / (double) LogOdds.ONE)
                .toArray();
    }

    private static Calibration platt(List<Lesson> lessons, ToDoubleFunction<Lesson> logOdds) {
        boolean[] ends = new boolean[lessons.size()];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = lessons.get(i).ending().renewed();
        }
        return PlattLearner.learn(lessons.stream().mapToDouble(logOdds).toArray(), ends);
    }
}
