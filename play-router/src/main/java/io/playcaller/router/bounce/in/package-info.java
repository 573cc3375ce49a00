/** Where reports of them come in. */
@NullMarked
package io.playcaller.router.bounce.in;

import org.jspecify.annotations.NullMarked;
