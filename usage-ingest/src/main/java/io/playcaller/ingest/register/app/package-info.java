/** Writes the register: entity and outbox in one transaction of Hibernate Reactive. */
@NullMarked
package io.playcaller.ingest.register.app;

import org.jspecify.annotations.NullMarked;
