/** The shell of judgement: its ports. */
@NullMarked
package io.playcaller.health.judgement.app;

import org.jspecify.annotations.NullMarked;
