/** The directory over HTTP. */
@NullMarked
package io.playcaller.router.staff.in;

import org.jspecify.annotations.NullMarked;
