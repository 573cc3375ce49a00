/**
 * A made-up company with months of history and stated truth: what each of its accounts should make fire, and what should
 * stay silent. {@code demo verify} compares that with what did.
 */
@NullMarked
package io.playcaller.cli.demo;

import org.jspecify.annotations.NullMarked;
