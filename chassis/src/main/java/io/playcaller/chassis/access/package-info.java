/**
 * Who may do what. One kind of token everywhere: a short-lived JWT whose {@code groups} are {@link
 * io.playcaller.chassis.access.Roles}; an endpoint that names no role answers nobody.
 */
@NullMarked
package io.playcaller.chassis.access;

import org.jspecify.annotations.NullMarked;
