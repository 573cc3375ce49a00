/** Folds a partition, and stores what came of it under the partition's epoch. Blocking; runs on the log's thread. */
@NullMarked
package io.playcaller.health.fold.app;

import org.jspecify.annotations.NullMarked;
