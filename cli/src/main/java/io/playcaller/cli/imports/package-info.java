/**
 * History from CSV files, through the doors that everybody uses. A mapping says which column becomes what. The files are
 * read twice: once to survey them, which is all that a preview does, and once to deliver.
 */
@NullMarked
package io.playcaller.cli.imports;

import org.jspecify.annotations.NullMarked;
