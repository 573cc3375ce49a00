/** Looks for findings and tells them. */
@NullMarked
package io.playcaller.router.finding.app;

import org.jspecify.annotations.NullMarked;
