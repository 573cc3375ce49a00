/** The score of each product that an account uses. */
@NullMarked
package io.playcaller.health.engine.product;

import org.jspecify.annotations.NullMarked;
