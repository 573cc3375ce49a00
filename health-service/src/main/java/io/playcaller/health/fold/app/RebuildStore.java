package io.playcaller.health.fold.app;

/**
 * The same tables in the schema of a rebuild. What work announces is told to nobody, and which model is in force is not asked: the
 * log says all of it already.
 */
public interface RebuildStore extends FoldStore {}
