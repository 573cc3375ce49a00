/** Hand-overs over HTTP. */
@NullMarked
package io.playcaller.router.handover.in;

import org.jspecify.annotations.NullMarked;
