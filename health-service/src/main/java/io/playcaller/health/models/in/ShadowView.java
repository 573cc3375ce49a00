package io.playcaller.health.models.in;

import io.playcaller.chassis.page.Page;
import io.playcaller.health.models.Shadow;
import io.playcaller.health.models.ShadowComparison;
import io.playcaller.health.models.ShadowComparison.GradeMove;
import io.playcaller.health.models.ShadowDifference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The model in shadow beside the one in force, as {@link ShadowComparison} says it.
 *
 * @param shadow null while no model is in shadow; then nothing is compared
 * @param differ accounts whose two scores differ, the furthest apart first
 */
public record ShadowView(
        @Nullable Shadow shadow,
        long accounts,
        long compared,
        @Nullable Long meanDifference,
        @Nullable Long meanDistance,
        List<GradeMove> grades,
        Page<ShadowDifference> differ) {

    /** No model is in shadow. */
    static final ShadowView NONE = new ShadowView(null, 0, 0, null, null, List.of(), Page.whole(List.of()));

    static ShadowView of(Shadow shadow, ShadowComparison all, Page<ShadowDifference> differ) {
        return new ShadowView(
                shadow, all.accounts(), all.compared(), all.meanDifference(), all.meanDistance(), all.grades(), differ);
    }
}
