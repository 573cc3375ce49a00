/** Who asks whether a person may be written to gets an answer, and takes one of the messages that they may get. */
@NullMarked
package io.playcaller.router.digital.app;

import org.jspecify.annotations.NullMarked;
