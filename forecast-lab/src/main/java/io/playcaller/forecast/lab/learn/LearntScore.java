package io.playcaller.forecast.lab.learn;

import io.playcaller.forecast.engine.calibration.Calibration;
import io.playcaller.forecast.engine.fit.LinearScore;
import io.playcaller.forecast.lab.learn.FormSearch.Found;
import io.playcaller.forecast.lab.learn.FormSearch.Taken;
import java.util.List;

/**
 * A score learnt from earlier lessons and put right on later ones. Straight lines, unless bends and pairs that the earlier ones speak for were
 * better on the later ones.
 */
public record LearntScore(LinearScore score, Calibration calibration, FormChoice form) {

    /** Straight lines or a curve, put right. */
    private record PutRight(LinearScore score, Calibration calibration, double loss) {

        static PutRight on(Lessons later, LinearScore score) {
            boolean[] ends = later.ends();
            double[] said = new double[ends.length];
            for (int i = 0; i < said.length; i++) {
                said[i] = score.logOdds(later.values(i));
            }
            Calibration calibration = PlattLearner.learn(said, ends);
            double loss = 0;
            for (int i = 0; i < said.length; i++) {
                double logOdds = calibration.of(said[i]);
                loss += Math.log1p(Math.exp(ends[i] ? -logOdds : logOdds));
            }
            return new PutRight(score, calibration, loss / said.length);
        }

        LearntScore with(FormChoice form) {
            return new LearntScore(score, calibration, form);
        }
    }

    public static LearntScore from(Lessons earlier, Lessons later) {
        return from(LogisticLearner.plain().learn(earlier), earlier, later);
    }

    /** @param straight what straight lines alone made of {@code earlier} */
    public static LearntScore from(LinearScore straight, Lessons earlier, Lessons later) {
        PutRight lines = PutRight.on(later, straight);
        Found found = FormSearch.beyond(straight, earlier);
        if (found.taken().isEmpty()) {
            return lines.with(new FormChoice(List.of(), lines.loss(), lines.loss(), false));
        }
        PutRight curves = PutRight.on(later, found.score());
        boolean better = curves.loss() < lines.loss();
        FormChoice form = new FormChoice(chosen(found.taken()), lines.loss(), curves.loss(), better);
        return (better ? curves : lines).with(form);
    }

    private static List<FormChoice.Chosen> chosen(List<Taken> taken) {
        return taken.stream()
                .map(one -> FormChoice.Chosen.of(one.curve(), one.score()))
                .toList();
    }
}
