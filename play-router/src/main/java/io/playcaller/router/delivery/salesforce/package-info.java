/** How a task looks in Salesforce. Pure; the adapter stands below. */
@NullMarked
package io.playcaller.router.delivery.salesforce;

import org.jspecify.annotations.NullMarked;
