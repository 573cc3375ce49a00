/** The sweep that thins what has grown old. */
@NullMarked
package io.playcaller.health.history.app;

import org.jspecify.annotations.NullMarked;
