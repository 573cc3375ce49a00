/** Which version of the rules holds now. */
@NullMarked
package io.playcaller.router.rules.app;

import org.jspecify.annotations.NullMarked;
