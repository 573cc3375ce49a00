/** Accounts lived through again with the real engine, and asked for their score on the way. */
@NullMarked
package io.playcaller.lab.replay;

import org.jspecify.annotations.NullMarked;
