/** Engines by what the log says, drafts, and activations. */
@NullMarked
package io.playcaller.health.models.app;

import org.jspecify.annotations.NullMarked;
