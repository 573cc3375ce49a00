/** Dead letters of the installation: found, read, mended, replayed. */
@NullMarked
package io.playcaller.cli.letters;

import org.jspecify.annotations.NullMarked;
