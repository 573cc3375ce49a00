package io.playcaller.forecast.meeting.app;

import io.playcaller.forecast.engine.meeting.MeetingKind;
import io.playcaller.forecast.meeting.Decision;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What meetings decided. */
public interface Decisions {

    /** Who says so, and of what account and until when. */
    record New(
            MeetingKind kind, LocalDate day, String what, String owner, LocalDate dueOn, Optional<String> accountId) {}

    Uni<Decision> add(New decided, String by);

    /** Marks an open one as done; empty when there is no such. One that is done stays as it is. */
    Uni<Optional<Decision>> done(UUID decisionId, String by, String outcome);

    /** Of one meeting, in the order in which they were taken. */
    Uni<List<Decision>> of(MeetingKind kind, LocalDate day);

    /** Of meetings of the kind before {@code day}, that are not done; those due first at the top. */
    Uni<List<Decision>> openBefore(MeetingKind kind, LocalDate day);

    /**
     * Those after a place in the order in which they were taken or carried out, whichever is later, with business time before it was looked:
     * what commits later than that may be missing.
     *
     * @param at time of the last one that is known
     * @param id its id; empty for all of that time
     */
    Uni<Changed> changedAfter(Instant at, String id, int limit);

    /** What was found, and when it was looked. */
    record Changed(Instant now, List<Decision> decisions) {}

    /** The last day before {@code day} on which a meeting of the kind decided anything. */
    Uni<Optional<LocalDate>> lastBefore(MeetingKind kind, LocalDate day);
}
