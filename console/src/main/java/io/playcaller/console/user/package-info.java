/** Who may log in, and with which roles. */
@NullMarked
package io.playcaller.console.user;

import org.jspecify.annotations.NullMarked;
