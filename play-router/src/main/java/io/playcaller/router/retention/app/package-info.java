/** Removes what was kept for its time. */
@NullMarked
package io.playcaller.router.retention.app;

import org.jspecify.annotations.NullMarked;
