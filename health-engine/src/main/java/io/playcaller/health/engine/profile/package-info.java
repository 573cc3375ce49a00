/** Segment, tier and stage; computed here and nowhere else. */
@NullMarked
package io.playcaller.health.engine.profile;

import org.jspecify.annotations.NullMarked;
