/** Looks which there are. */
@NullMarked
package io.playcaller.router.theme.app;

import org.jspecify.annotations.NullMarked;
