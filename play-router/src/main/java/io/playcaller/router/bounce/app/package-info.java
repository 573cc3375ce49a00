/** What follows from letters that came back. */
@NullMarked
package io.playcaller.router.bounce.app;

import org.jspecify.annotations.NullMarked;
