/** What operations ask of a rebuild. */
@NullMarked
package io.playcaller.health.rebuild.in;

import org.jspecify.annotations.NullMarked;
