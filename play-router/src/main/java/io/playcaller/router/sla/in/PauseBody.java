package io.playcaller.router.sla.in;

import org.jspecify.annotations.Nullable;

/**
 * A pause that is asked about.
 *
 * @param until null for as long as its reason allows
 */
record PauseBody(
        @Nullable String from,
        @Nullable String until,
        @Nullable String because) {}
