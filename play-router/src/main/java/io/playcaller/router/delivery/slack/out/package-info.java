/** Slack itself, and what is kept of it. */
@NullMarked
package io.playcaller.router.delivery.slack.out;

import org.jspecify.annotations.NullMarked;
