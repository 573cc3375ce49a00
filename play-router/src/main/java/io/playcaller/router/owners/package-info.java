/** Tasks that go with their account when the register names another owner. */
@NullMarked
package io.playcaller.router.owners;

import org.jspecify.annotations.NullMarked;
