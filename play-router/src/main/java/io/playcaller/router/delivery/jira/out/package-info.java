/** Jira over HTTP. */
@NullMarked
package io.playcaller.router.delivery.jira.out;

import org.jspecify.annotations.NullMarked;
