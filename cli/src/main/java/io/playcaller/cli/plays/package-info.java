/** What plays would do: files of rules, checked and tried on what happened. */
@NullMarked
package io.playcaller.cli.plays;

import org.jspecify.annotations.NullMarked;
