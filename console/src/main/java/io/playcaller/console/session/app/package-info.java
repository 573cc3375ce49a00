/** Sessions: opened, recognised, ended. */
@NullMarked
package io.playcaller.console.session.app;

import org.jspecify.annotations.NullMarked;
