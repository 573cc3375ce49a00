/** What our own people say of an account, and for how long it holds. */
@NullMarked
package io.playcaller.health.engine.judgement;

import org.jspecify.annotations.NullMarked;
