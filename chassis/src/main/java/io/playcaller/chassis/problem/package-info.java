/** Refusals over HTTP as problem documents (RFC 9457), with the field at fault, what was expected and what came. */
@NullMarked
package io.playcaller.chassis.problem;

import org.jspecify.annotations.NullMarked;
