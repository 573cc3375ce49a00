/** The register and the people on Hibernate Reactive; sets of records, and what only reads, on the Vert.x client. */
@NullMarked
package io.playcaller.ingest.register.out;

import org.jspecify.annotations.NullMarked;
