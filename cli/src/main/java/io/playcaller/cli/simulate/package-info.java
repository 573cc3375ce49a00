/** {@code simulate}: what another model would have made of the log. Nothing is changed anywhere. */
@NullMarked
package io.playcaller.cli.simulate;

import org.jspecify.annotations.NullMarked;
