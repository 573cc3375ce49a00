/** Takes signals in, releases triage. */
@NullMarked
package io.playcaller.router.signal.app;

import org.jspecify.annotations.NullMarked;
