/** The models that there are, by the hash of their files, and which of them the log was told to go by. */
@NullMarked
package io.playcaller.health.models;

import org.jspecify.annotations.NullMarked;
