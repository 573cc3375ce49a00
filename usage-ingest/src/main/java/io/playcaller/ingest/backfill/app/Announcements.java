package io.playcaller.ingest.backfill.app;

/** Whoever says in the log that runs begin and end. */
public interface Announcements {

    /** Says what was not said yet, before it would by itself. Returns at once; another replica may be the speaker. */
    void announceSoon();
}
