/** Looks again and again whether there are any. */
@NullMarked
package io.playcaller.router.owners.app;

import org.jspecify.annotations.NullMarked;
