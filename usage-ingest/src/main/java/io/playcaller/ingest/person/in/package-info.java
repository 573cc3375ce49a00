/** What people wrote, over HTTP; and whom a path names. */
@NullMarked
package io.playcaller.ingest.person.in;

import org.jspecify.annotations.NullMarked;
