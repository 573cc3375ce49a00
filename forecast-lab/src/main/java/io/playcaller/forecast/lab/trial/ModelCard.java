package io.playcaller.forecast.lab.trial;

import io.playcaller.forecast.engine.contract.FittedModel;
import io.playcaller.forecast.lab.figures.RenewalFigures;
import io.playcaller.forecast.lab.learn.FormChoice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What anybody may want to know of a model that was learnt.
 *
 * @param replaces the version that was in force when it was made, and that it beat
 * @param teachUntil endings until here taught it
 * @param calibrateUntil endings after that and until here put it right; those after judged it
 * @param renewal its figures of the endings that judged it
 * @param renewalOfReplaced those of the version that it replaces, of the same endings
 * @param form which bends and pairs were chosen beside straight lines, and why; null where renewal was not learnt anew, or before
 *     there were any
 * @param model with all coefficients, on the scale of the column beside each
 */
public record ModelCard(
        String version,
        String replaces,
        Instant madeAt,
        Data data,
        LocalDate teachUntil,
        LocalDate calibrateUntil,
        List<Verdict> verdicts,
        RenewalFigures renewal,
        RenewalFigures renewalOfReplaced,
        List<Segment> segments,
        @Nullable FormChoice form,
        FittedModel model) {

    /**
     * The figures of a part of the endings that judged.
     *
     * @param by what tells the parts apart: {@code horizon}, {@code amount}
     */
    public record Segment(String by, String name, RenewalFigures renewal) {}
}
