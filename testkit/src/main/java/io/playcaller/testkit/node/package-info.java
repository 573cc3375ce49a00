/** Proofs that need Node: unmodified npm packages against our doors and documents. */
@NullMarked
package io.playcaller.testkit.node;

import org.jspecify.annotations.NullMarked;
