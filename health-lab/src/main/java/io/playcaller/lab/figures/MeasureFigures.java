package io.playcaller.lab.figures;

import org.jspecify.annotations.Nullable;

/**
 * How well one measure foretells, where it is measured.
 *
 * @param units where it is measured
 * @param bad of them
 * @param auc of its points; null where there is nothing to tell apart
 * @param aucOfValue of its value before the curve, in the direction of the curve; null where that has none
 */
public record MeasureFigures(
        String measure,
        int units,
        int bad,
        @Nullable Double auc,
        @Nullable Double aucOfValue) {}
