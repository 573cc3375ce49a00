/** What is deployed, held against what the services say of themselves; without a daemon or a cluster. */
@NullMarked
package io.playcaller.deploy;

import org.jspecify.annotations.NullMarked;
