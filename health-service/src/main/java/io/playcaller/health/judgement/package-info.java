/** What our own people say of an account's health: overrides with an author, words and an end, and pulses. */
@NullMarked
package io.playcaller.health.judgement;

import org.jspecify.annotations.NullMarked;
