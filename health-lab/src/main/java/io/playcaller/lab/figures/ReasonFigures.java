package io.playcaller.lab.figures;

import org.jspecify.annotations.Nullable;

/**
 * How well one reason foretells.
 *
 * @param costs units whose score it lowers
 * @param auc of the points that it costs; null where no measure has it
 * @param open units with an open signal of it
 * @param openBad of them, how many ended badly
 */
public record ReasonFigures(
        String reason, int costs, @Nullable Double auc, int open, int openBad) {}
