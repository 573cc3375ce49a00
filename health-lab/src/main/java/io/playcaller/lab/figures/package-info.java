/** Everything that an evaluation says, for people and for programs. */
@NullMarked
package io.playcaller.lab.figures;

import org.jspecify.annotations.NullMarked;
