/** {@code evaluate}: how good what is computed here is, by files with known ends. Needs nothing that runs. */
@NullMarked
package io.playcaller.cli.evaluate;

import org.jspecify.annotations.NullMarked;
