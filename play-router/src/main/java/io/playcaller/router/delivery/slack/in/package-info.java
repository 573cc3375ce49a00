/** What people do in Slack, coming in. */
@NullMarked
package io.playcaller.router.delivery.slack.in;

import org.jspecify.annotations.NullMarked;
