/** Asks at the start. */
@NullMarked
package io.playcaller.router.restore.app;

import org.jspecify.annotations.NullMarked;
