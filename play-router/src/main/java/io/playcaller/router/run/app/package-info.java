/** Looks at runs when something about them may have changed. */
@NullMarked
package io.playcaller.router.run.app;

import org.jspecify.annotations.NullMarked;
