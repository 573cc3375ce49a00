/** Records of the register: whole, versioned, of two copies the higher version wins. */
@NullMarked
package io.playcaller.contracts.register;

import org.jspecify.annotations.NullMarked;
