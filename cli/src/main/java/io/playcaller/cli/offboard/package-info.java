/** Somebody of ours leaves. */
@NullMarked
package io.playcaller.cli.offboard;

import org.jspecify.annotations.NullMarked;
