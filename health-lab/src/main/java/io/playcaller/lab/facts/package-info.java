/** What the rows of a file are to the engine: a mapping from their types to facts. */
@NullMarked
package io.playcaller.lab.facts;

import org.jspecify.annotations.NullMarked;
