/** Working with what the services found: tokens for scripts, and the release of triage. */
@NullMarked
package io.playcaller.cli.work;

import org.jspecify.annotations.NullMarked;
