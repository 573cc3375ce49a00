package io.playcaller.ingest.bulk.in;

/**
 * An upload, but for its rows.
 *
 * @param test whether a key of the test environment sent it
 * @param preview whether it is only asked what would become of it
 * @param surveyed whether the answer says how full each field is
 */
record BulkUpload(BulkKind kind, boolean test, boolean preview, boolean surveyed, Survey survey) {}
