/** What our people have to do, and who they are, as stored. */
@NullMarked
package io.playcaller.router.staff.app;

import org.jspecify.annotations.NullMarked;
