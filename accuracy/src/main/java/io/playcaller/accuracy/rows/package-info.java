/** CSV files with a header, read whole, with every fault at its file, line and column. */
@NullMarked
package io.playcaller.accuracy.rows;

import org.jspecify.annotations.NullMarked;
