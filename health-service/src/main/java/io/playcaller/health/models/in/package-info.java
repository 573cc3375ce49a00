/** Models over HTTP. */
@NullMarked
package io.playcaller.health.models.in;

import org.jspecify.annotations.NullMarked;
