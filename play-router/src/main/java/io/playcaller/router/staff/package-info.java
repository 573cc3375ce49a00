/** Our own people: who they are, what they do, who answers when somebody is away. Pure. */
@NullMarked
package io.playcaller.router.staff;

import org.jspecify.annotations.NullMarked;
