/**
 * The packaged services together, on real backing services: driven through the real door, killed and suspended, and judged
 * by an oracle that shares no code with what it judges.
 */
@NullMarked
package io.playcaller.system;

import org.jspecify.annotations.NullMarked;
