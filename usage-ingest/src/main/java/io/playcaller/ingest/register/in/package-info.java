/** The register over HTTP, and what events say to it. */
@NullMarked
package io.playcaller.ingest.register.in;

import org.jspecify.annotations.NullMarked;
