/** The register on Hibernate Reactive. */
@NullMarked
package io.playcaller.ingest.register.out;

import org.jspecify.annotations.NullMarked;
