/** What people do with tasks. */
@NullMarked
package io.playcaller.router.task.app;

import org.jspecify.annotations.NullMarked;
