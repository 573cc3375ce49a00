/**
 * The model as files: scorecards, thresholds, tiers and stages in YAML. Shipped files are the default, a directory replaces
 * them file by file; whatever is wrong in them is refused whole, with every fault at its file and line.
 */
@NullMarked
package io.playcaller.health.model.in;

import org.jspecify.annotations.NullMarked;
