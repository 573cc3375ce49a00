/** How a task looks in Jira. Pure; the adapter stands below. */
@NullMarked
package io.playcaller.router.delivery.jira;

import org.jspecify.annotations.NullMarked;
