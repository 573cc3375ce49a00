/**
 * health-service: folds {@code customer-events} with the health engine and says what follows from it. The feature
 * {@code fold} owns the log, {@code model} the configuration files, {@code account} answers people.
 */
@NullMarked
package io.playcaller.health;

import org.jspecify.annotations.NullMarked;
