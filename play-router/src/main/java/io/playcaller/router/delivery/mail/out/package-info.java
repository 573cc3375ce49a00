/** The SMTP server. */
@NullMarked
package io.playcaller.router.delivery.mail.out;

import org.jspecify.annotations.NullMarked;
