/** Moving time in the quickstart. */
@NullMarked
package io.playcaller.cli.clock;

import org.jspecify.annotations.NullMarked;
