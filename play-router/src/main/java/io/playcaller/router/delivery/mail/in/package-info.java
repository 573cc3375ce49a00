/** Pages behind the links of letters. */
@NullMarked
package io.playcaller.router.delivery.mail.in;

import org.jspecify.annotations.NullMarked;
