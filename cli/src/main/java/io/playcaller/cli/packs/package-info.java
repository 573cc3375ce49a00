/** Starter packs: ways to begin, which a company picks and then edits. */
@NullMarked
package io.playcaller.cli.packs;

import org.jspecify.annotations.NullMarked;
