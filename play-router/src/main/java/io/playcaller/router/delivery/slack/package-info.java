/** Tasks in Slack: how a card looks, who signs, what an error means. Pure at its root. */
@NullMarked
package io.playcaller.router.delivery.slack;

import org.jspecify.annotations.NullMarked;
