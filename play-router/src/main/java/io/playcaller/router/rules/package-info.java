/** Everything that files decide, as one version that is used whole. Pure at its root. */
@NullMarked
package io.playcaller.router.rules;

import org.jspecify.annotations.NullMarked;
