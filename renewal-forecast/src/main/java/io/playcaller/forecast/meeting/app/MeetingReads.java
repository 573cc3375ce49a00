package io.playcaller.forecast.meeting.app;

import io.playcaller.contracts.register.OpportunityRecord;
import io.playcaller.forecast.meeting.Faces;
import io.playcaller.forecast.meeting.Known.Fault;
import io.playcaller.forecast.meeting.Known.Overdue;
import io.playcaller.forecast.meeting.Known.RenewalMove;
import io.playcaller.forecast.meeting.Known.Risk;
import io.playcaller.forecast.meeting.Known.StageMove;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What the store knows that packets say. */
public interface MeetingReads {

    /** By business time. */
    Uni<Instant> now();

    Uni<Faces> faces(LocalDate today);

    /** Risks that opened from {@code since} until then and were not retracted; one that ended later was open. */
    Uni<List<Risk>> risks(Instant since, Instant until);

    /** Tasks that are open now, one of whose clocks had run out by {@code until}. */
    Uni<List<Overdue>> overdue(Instant until);

    /** Accounts whose stage of now began from {@code since} until then. */
    Uni<List<StageMove>> stageMoves(Instant since, Instant until);

    /** Renewals that came to another stage of the work on them from {@code since} until then. */
    Uni<List<RenewalMove>> renewalMoves(Instant since, Instant until);

    /** What is wrong now with how renewals are worked and was so by {@code until}, the oldest first. */
    Uni<List<Fault>> faults(Instant until);

    Uni<List<OpportunityRecord>> opportunities();
}
