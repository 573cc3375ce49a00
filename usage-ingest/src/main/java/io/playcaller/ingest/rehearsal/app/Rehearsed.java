package io.playcaller.ingest.rehearsal.app;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** What a rehearsal meets in the place of what is live: it answers the same, from what is stored, and stores nothing. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface Rehearsed {}
