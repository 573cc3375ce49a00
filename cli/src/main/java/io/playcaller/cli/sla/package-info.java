/** Asking what the clocks of tasks would do. */
@NullMarked
package io.playcaller.cli.sla;

import org.jspecify.annotations.NullMarked;
