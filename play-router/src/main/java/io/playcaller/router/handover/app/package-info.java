/** Proposes, answers and carries out hand-overs. */
@NullMarked
package io.playcaller.router.handover.app;

import org.jspecify.annotations.NullMarked;
