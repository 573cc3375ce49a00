/** The walls inside the code (ArchUnit), said once for all modules. */
@NullMarked
package io.playcaller.testkit.arch;

import org.jspecify.annotations.NullMarked;
