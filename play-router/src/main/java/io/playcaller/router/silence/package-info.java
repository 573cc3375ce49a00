/** What is said beforehand to make no work for a while: silences and maintenance windows. Pure. */
@NullMarked
package io.playcaller.router.silence;

import org.jspecify.annotations.NullMarked;
