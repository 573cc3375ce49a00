/** Tasks over HTTP and as a stream. */
@NullMarked
package io.playcaller.router.task.in;

import org.jspecify.annotations.NullMarked;
