/** How often one may try to log in. */
@NullMarked
package io.playcaller.console.login;

import org.jspecify.annotations.NullMarked;
