/** What people wrote, over HTTP. */
@NullMarked
package io.playcaller.ingest.person.in;

import org.jspecify.annotations.NullMarked;
