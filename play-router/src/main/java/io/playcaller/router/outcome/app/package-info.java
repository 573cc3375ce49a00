/** Tells how runs of plays ended, and looks back at them. */
@NullMarked
package io.playcaller.router.outcome.app;

import org.jspecify.annotations.NullMarked;
