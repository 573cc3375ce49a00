/** Runs a rebuild: folds, compares, switches. */
@NullMarked
package io.playcaller.health.rebuild.app;

import org.jspecify.annotations.NullMarked;
