/** The questions that the HTTP API asks. */
@NullMarked
package io.playcaller.health.account.app;

import org.jspecify.annotations.NullMarked;
