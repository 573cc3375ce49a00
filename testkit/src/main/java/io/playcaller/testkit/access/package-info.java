/** Who may call what: a suite that walks a service's own table of endpoints and roles. */
@NullMarked
package io.playcaller.testkit.access;

import org.jspecify.annotations.NullMarked;
