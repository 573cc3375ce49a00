/** The volume brake: how much work may begin within an hour before somebody looks. Pure. */
@NullMarked
package io.playcaller.router.brake;

import org.jspecify.annotations.NullMarked;
