/**
 * Their words as ours: a mapping says which column of a file becomes which field of a record or fact, with translations and
 * defaults. The command's import and the bulk door read rows through it.
 */
@NullMarked
package io.playcaller.mapping;

import org.jspecify.annotations.NullMarked;
