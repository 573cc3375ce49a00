/** Letters that a server had taken and that came back. */
@NullMarked
package io.playcaller.router.bounce;

import org.jspecify.annotations.NullMarked;
