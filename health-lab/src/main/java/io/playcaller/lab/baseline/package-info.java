/** What can be told without the engine: columns of plain counts, read from the same facts. */
@NullMarked
package io.playcaller.lab.baseline;

import org.jspecify.annotations.NullMarked;
