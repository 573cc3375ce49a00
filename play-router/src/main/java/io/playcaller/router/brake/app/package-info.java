/** Counts what begins, and tells when something is held back. */
@NullMarked
package io.playcaller.router.brake.app;

import org.jspecify.annotations.NullMarked;
