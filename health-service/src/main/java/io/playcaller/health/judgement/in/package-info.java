/** Judgement over HTTP. */
@NullMarked
package io.playcaller.health.judgement.in;

import org.jspecify.annotations.NullMarked;
