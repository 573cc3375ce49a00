/** Reads credit.yaml; credits over HTTP and as CSV. */
@NullMarked
package io.playcaller.forecast.credit.in;

import org.jspecify.annotations.NullMarked;
