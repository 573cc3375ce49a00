/** Measures: declared functions of the facts at a time. */
@NullMarked
package io.playcaller.health.engine.measure;

import org.jspecify.annotations.NullMarked;
