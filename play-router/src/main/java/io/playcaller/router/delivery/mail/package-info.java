/** Tasks by e-mail: letters and the links in them that act. Pure at its root. */
@NullMarked
package io.playcaller.router.delivery.mail;

import org.jspecify.annotations.NullMarked;
