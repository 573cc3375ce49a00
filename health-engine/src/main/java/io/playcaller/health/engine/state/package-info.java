/** What is kept of an account: facts that fold in any order, and what was said about them. */
@NullMarked
package io.playcaller.health.engine.state;

import org.jspecify.annotations.NullMarked;
