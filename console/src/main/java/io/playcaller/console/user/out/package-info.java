/** Users in PostgreSQL (Hibernate Reactive), passwords with bcrypt. */
@NullMarked
package io.playcaller.console.user.out;

import org.jspecify.annotations.NullMarked;
