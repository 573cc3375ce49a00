/** Rules in files that change while a service runs. */
@NullMarked
package io.playcaller.chassis.rules;

import org.jspecify.annotations.NullMarked;
