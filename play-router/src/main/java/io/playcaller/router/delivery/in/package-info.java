/** What tools call us with, and what people ask about deliveries. */
@NullMarked
package io.playcaller.router.delivery.in;

import org.jspecify.annotations.NullMarked;
