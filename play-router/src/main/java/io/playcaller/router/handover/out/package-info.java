/** Hand-overs in PostgreSQL. */
@NullMarked
package io.playcaller.router.handover.out;

import org.jspecify.annotations.NullMarked;
