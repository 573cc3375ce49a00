/** Measurements of what runs here. */
@NullMarked
package io.playcaller.cli.bench;

import org.jspecify.annotations.NullMarked;
