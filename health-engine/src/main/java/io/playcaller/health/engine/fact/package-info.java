/** The facts of an account, folded so that any order makes the same value, and read as they stood at any time. */
@NullMarked
package io.playcaller.health.engine.fact;

import org.jspecify.annotations.NullMarked;
