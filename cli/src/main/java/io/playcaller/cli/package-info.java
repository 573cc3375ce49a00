/**
 * The {@code playcaller} command. A subcommand refuses with a {@link io.playcaller.cli.Refused} that says what is wrong
 * and what to do; exit codes are 0 (done), 1 (refused) and 2 (wrong usage).
 */
@NullMarked
package io.playcaller.cli;

import org.jspecify.annotations.NullMarked;
