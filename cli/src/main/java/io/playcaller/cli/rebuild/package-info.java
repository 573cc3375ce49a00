/** The state of health-service made anew from the log. */
@NullMarked
package io.playcaller.cli.rebuild;

import org.jspecify.annotations.NullMarked;
