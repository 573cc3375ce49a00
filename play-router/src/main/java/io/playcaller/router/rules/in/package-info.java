/** Reads the rules from YAML files, all faults at once. */
@NullMarked
package io.playcaller.router.rules.in;

import org.jspecify.annotations.NullMarked;
