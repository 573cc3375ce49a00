/** The pure engine: facts in, scores with contributions and signals as episodes out. No I/O, no clock of its own. */
@NullMarked
package io.playcaller.health.engine;

import org.jspecify.annotations.NullMarked;
