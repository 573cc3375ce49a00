/** The volume brake over HTTP. */
@NullMarked
package io.playcaller.router.brake.in;

import org.jspecify.annotations.NullMarked;
