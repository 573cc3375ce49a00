/**
 * How good a health score is: rows that say what happened, labels that say how it ended, the real engine in between, and
 * what simpler means would have said.
 */
@NullMarked
package io.playcaller.lab;

import org.jspecify.annotations.NullMarked;
