/** What relative measures are compared with: counted over all accounts, and told to the log. */
@NullMarked
package io.playcaller.health.peers;

import org.jspecify.annotations.NullMarked;
