/** Starting, stopping and looking at the quickstart. */
@NullMarked
package io.playcaller.cli.run;

import org.jspecify.annotations.NullMarked;
