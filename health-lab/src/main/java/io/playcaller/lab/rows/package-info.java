/** Rows and labels as CSV files, read whole, with every fault at its file, line and column. */
@NullMarked
package io.playcaller.lab.rows;

import org.jspecify.annotations.NullMarked;
