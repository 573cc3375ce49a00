/** Salesforce over HTTP. */
@NullMarked
package io.playcaller.router.delivery.salesforce.out;

import org.jspecify.annotations.NullMarked;
