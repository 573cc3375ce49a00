/** The names of events that sources send. */
@NullMarked
package io.playcaller.cli.catalogue;

import org.jspecify.annotations.NullMarked;
